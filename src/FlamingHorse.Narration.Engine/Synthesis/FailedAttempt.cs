using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>An attempt that gave no clip.</summary>
/// <param name="Problems">What was measured, or why there was no sound.</param>
internal sealed record FailedAttempt(IReadOnlyList<string> Problems)
{
    /// <summary>What recognizers heard in it.</summary>
    public IReadOnlyList<TakeCheck> Checks { get; init; } = [];

    /// <summary>There was no sound to judge: what the engine said of its file was not so.</summary>
    public bool IsFalseAnswer { get; init; }

    /// <summary>Its take, as it would have been stored; null where there was no sound.</summary>
    public FinishedClip? Take { get; init; }
}
