namespace FlamingHorse.Narration.Testing.Transcripts;

/// <summary>A line of <c>pairs.txt</c>: two texts, and whether they say the same words.</summary>
public sealed record TextPair(string Language, bool IsSame, string First, string Second)
{
    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<TextPair> ReadAll() =>
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "tests", "FlamingHorse.Narration.Testing", "Transcripts", "pairs.txt"))
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => new TextPair(cells[0], cells[1] == "same", cells[2], cells[3])),
        ];
}
