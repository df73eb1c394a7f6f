using System.Text.Json;

namespace FlamingHorse.Narration.Benchmark;

/// <summary>What a build says that it did.</summary>
internal sealed record BuildSummaryView(int Synthesized, IReadOnlyList<BuildSummaryView.Row> Rows)
{
    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web);

    public static BuildSummaryView Read(string path) => JsonSerializer.Deserialize<BuildSummaryView>(File.ReadAllText(path), _web)!;

    /// <param name="DurationSeconds">Of the clip.</param>
    /// <param name="ElapsedMs">The engine's own time for it.</param>
    internal sealed record Row(double DurationSeconds, long ElapsedMs);
}
