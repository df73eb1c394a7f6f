namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>What the gate found.</summary>
/// <param name="Problems">What was measured and fails the clip; empty when it passes.</param>
/// <param name="Flags">Notes that do not fail it, such as <c>long-pause</c>.</param>
internal sealed record GateVerdict(IReadOnlyList<string> Problems, IReadOnlyList<string> Flags)
{
    /// <summary>Whether the clip has any audible sound.</summary>
    public bool HasSound { get; init; } = true;
}
