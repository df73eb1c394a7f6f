namespace FlamingHorse.Narration.Script.Tests.Mathematics;

/// <summary>The rows of formulas.tsv.</summary>
internal static class FormulaTable
{
    public static IReadOnlyList<FormulaRow> Rows { get; } = [.. Read()];

    private static IEnumerable<FormulaRow> Read()
    {
        var section = "";
        foreach (var (line, number) in Lines("formulas.tsv").Select((line, i) => (line, i + 1)))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                section = line[2..];
            if (line.Length == 0 || line[0] == '#')
                continue;
            var fields = line.Split('\t');
            yield return new FormulaRow(number, section, fields[0], fields[1], fields[2], fields.Length > 3 ? fields[3] : null);
        }
    }

    public static IEnumerable<string> Lines(string resource)
    {
        using var stream = typeof(FormulaTable).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}

/// <summary>One formula, how it is read, and how it is shown.</summary>
internal sealed record FormulaRow(int Line, string Section, string Latex, string English, string Caption, string? German);
