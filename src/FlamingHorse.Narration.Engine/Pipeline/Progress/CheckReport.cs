namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary>What the last <c>CheckNarration</c> heard; <c>check.json</c>.</summary>
public sealed record CheckReport
{
    /// <summary>Sorted by name.</summary>
    public IReadOnlyList<CheckedVoice> Voices { get; init; } = [];

    /// <summary>Sorted by id; one for each take that was listened to.</summary>
    public IReadOnlyList<CheckedTake> Takes { get; init; } = [];
}
