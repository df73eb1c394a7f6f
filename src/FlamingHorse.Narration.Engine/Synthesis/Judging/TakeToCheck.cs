using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>A take that passed the signal gate, for recognizers to listen to.</summary>
/// <param name="Clip">The file as it would be stored, with its record and its request.</param>
/// <param name="Raw">What the engine made, before it was trimmed and levelled.</param>
internal sealed record TakeToCheck(FinishedClip Clip, RawClip Raw)
{
    /// <summary>
    /// What was heard in each earlier attempt at the request, oldest first: a repeated difference is not a coincidence.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<TakeCheck>> Earlier { get; init; } = [];
}
