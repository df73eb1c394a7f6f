using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary>One segment of a <see cref="BuildSummary"/>.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Key">Its action key.</param>
/// <param name="Source"><c>upToDate</c>, <c>localCache</c>, <c>remoteCache</c>, <c>synthesized</c>, <c>audioMissing</c>, <c>estimated</c>,
/// <c>failed</c> or <c>otherShard</c>.</param>
/// <param name="DurationSeconds">Of the clip, or predicted.</param>
/// <param name="ElapsedMs">The engine's time; 0 where nothing was made.</param>
/// <param name="Attempts">How often it was tried; 0 where nothing was made.</param>
public sealed record SummaryRow(string Id, string Key, string Source, double DurationSeconds, long ElapsedMs, int Attempts)
{
    /// <summary><c>heard</c>, <c>doubtful</c>, <c>refused</c> or <c>accepted</c>; absent if the take was not listened to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Verdict { get; init; }

    /// <summary>The transcript; absent where this build does not know it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Heard { get; init; }

    /// <summary>Who listened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Recognizer { get; init; }

    /// <summary>For a failed segment: the file of its last take, kept until the next build.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RefusedTake { get; init; }
}
