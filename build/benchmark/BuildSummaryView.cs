using System.Text.Json;

namespace FlamingHorse.Narration.Benchmark;

/// <summary>What a build says that it did.</summary>
internal sealed record BuildSummaryView(int Synthesized, IReadOnlyList<BuildSummaryView.Row> Rows)
{
    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web);

    public static BuildSummaryView Read(string path) => JsonSerializer.Deserialize<BuildSummaryView>(File.ReadAllText(path), _web)!;

    /// <summary>The rows of a build that spoke all of its segments.</summary>
    /// <exception cref="InvalidOperationException">A clip came from a cache, and its time would be no engine's.</exception>
    public IReadOnlyList<Row> Spoken(int segments) =>
        Rows.Count == segments && Rows.All(r => r.Source == "synthesized")
            ? Rows
            : throw new InvalidOperationException(
                $"{segments} segments were to be spoken; the build's rows are: {string.Join(", ", Rows.Select(r => r.Source))}."
            );

    /// <param name="Source">Where the clip came from.</param>
    /// <param name="DurationSeconds">Of the clip.</param>
    /// <param name="ElapsedMs">The engine's own time for it.</param>
    internal sealed record Row(string Source, double DurationSeconds, long ElapsedMs);
}
