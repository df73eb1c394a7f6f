namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// The settings as the targets write them: a line <c>Name=value</c> each; a line that starts no setting goes on from the one above.
/// </summary>
internal static class SettingsText
{
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            var equals = trimmed.IndexOf('=', StringComparison.Ordinal);
            if (
                equals > 0
                && trimmed.StartsWith("Narration", StringComparison.Ordinal)
                && !trimmed.AsSpan(0, equals).ContainsAny(' ', ';', '*')
            )
            {
                last = trimmed[..equals];
                settings[last] = trimmed[(equals + 1)..];
            }
            else if (last is not null && trimmed.Length > 0)
            {
                settings[last] += "\n" + trimmed;
            }
        }

        return settings;
    }
}
