using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>What a checker found in one take.</summary>
/// <param name="Check">The part that goes into the take's record; null if it did not listen.</param>
internal sealed record TakeVerdict(TakeCheck? Check)
{
    /// <summary>The checker cannot listen to this take, for example because of its language.</summary>
    public static TakeVerdict NotHeard { get; } = new((TakeCheck?)null);

    /// <summary>Why it is refused, worded for the error's list of attempts, such as <c>heard "an attack" for "in a tag"</c>.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Notes that do not fail the take.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    public bool IsRefused => Check?.Verdict == TakeOutcome.Refused;
}
