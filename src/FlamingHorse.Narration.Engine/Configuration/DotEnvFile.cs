namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>A <c>.env</c> file: <c>KEY=VALUE</c> lines. Nothing in it is executed or expanded.</summary>
internal static class DotEnvFile
{
    private const string Export = "export";

    /// <summary>The variables; if a name occurs twice, the last one counts. Lines that are not assignments are skipped.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string content)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in content.AsSpan().EnumerateLines())
        {
            var equals = line.IndexOf('=');
            var name = equals < 0 ? [] : Name(line[..equals]);
            if (!name.IsEmpty)
            {
                variables[name.ToString()] = Value(line[(equals + 1)..].Trim());
            }
        }

        return variables;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> left)
    {
        left = left.Trim();
        if (left.StartsWith(Export) && left.Length > Export.Length && char.IsWhiteSpace(left[Export.Length]))
        {
            left = left[Export.Length..].Trim();
        }

        foreach (var c in left)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return [];
            }
        }

        return left;
    }

    private static string Value(ReadOnlySpan<char> right)
    {
        if (right is ['\'' or '"', ..] && Quoted(right) is { } quoted)
        {
            return quoted;
        }

        for (var i = 0; i < right.Length; i++)
        {
            if (right[i] == '#' && (i == 0 || char.IsWhiteSpace(right[i - 1])))
            {
                return right[..i].TrimEnd().ToString();
            }
        }

        return right.ToString();
    }

    // Only the quote itself and the backslash are escaped, and only in double quotes: "C:\new" is a Windows path.
    private static string? Quoted(ReadOnlySpan<char> text)
    {
        var quote = text[0];
        var value = new System.Text.StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                return value.ToString();
            }

            if (quote == '"' && text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '"' or '\\')
            {
                i++;
            }

            value.Append(text[i]);
        }

        return null;
    }
}
