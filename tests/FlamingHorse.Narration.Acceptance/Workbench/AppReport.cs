using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>What a built program says of its own narration.</summary>
public sealed record AppReport(IReadOnlyList<AppSegment> Segments)
{
    /// <summary>Prints one line of JSON a segment.</summary>
    public const string Program = """
        using System.Text.Json;
        using FlamingHorse.Narration;

        foreach (var s in NarrationCatalog.All)
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                s.Id, s.Text, s.SpokenText, s.SampleCount, s.SampleRate, s.IsEstimated, s.IsDraft, s.AudioFile, s.AudioHash, s.Voice,
                Path = s.AudioFile is null ? null : s.GetFullPath(),
            }));
        """;

    public AppSegment this[string id] => Segments.Single(s => s.Id == id);

    public IEnumerable<string> Ids => Segments.Select(s => s.Id);

    public static AppReport Parse(string output) =>
        new([.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<AppSegment>(line)!)]);
}
