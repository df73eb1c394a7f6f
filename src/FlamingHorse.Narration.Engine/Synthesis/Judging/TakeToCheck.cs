using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>A take that passed the signal gate, for those who listen.</summary>
/// <param name="Clip">The file as it would be stored, with its record and what was asked for.</param>
/// <param name="Raw">What the engine made, before it was trimmed and levelled.</param>
internal sealed record TakeToCheck(FinishedClip Clip, RawClip Raw)
{
    /// <summary>What was heard in each earlier attempt at the request, oldest first: a difference that comes back is not chance.</summary>
    public IReadOnlyList<IReadOnlyList<TakeCheck>> Earlier { get; init; } = [];
}
