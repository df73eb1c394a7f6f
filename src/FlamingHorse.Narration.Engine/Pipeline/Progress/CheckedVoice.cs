using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary>What was heard of a voice: its line in <c>check.json</c> and in <c>build-summary.json</c>.</summary>
/// <param name="Voice">Its name.</param>
/// <param name="Heard">Takes that somebody listened to; in the summary also those that no attempt satisfied.</param>
/// <param name="Doubtful">Takes.</param>
/// <param name="Refused">Takes; in the summary also segments that have none, because none was good.</param>
public sealed record CheckedVoice(string Voice, int Heard, int Doubtful, int Refused)
{
    /// <summary>
    /// Words changed, lost and added, to each word of the texts, of the takes whose transcripts this run knows; absent where it knows none.
    /// 0.02 is the package's goal.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? WordErrorRate { get; init; }

    /// <summary>Mean similarity of the takes to the reference; absent if it was not measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Likeness { get; init; }

    /// <summary>Similarity of the reference's halves to each other; absent if it was not measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? OwnLikeness { get; init; }
}
