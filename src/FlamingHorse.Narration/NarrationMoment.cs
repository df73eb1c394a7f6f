namespace FlamingHorse.Narration;

/// <summary>What a timeline holds at one moment: an entry, or silence.</summary>
/// <param name="Entry">What plays; null in a gap, in the lead-in and lead-out, and after the end.</param>
/// <param name="Offset">How long it has played: since the start of the entry, or of the silence.</param>
public readonly record struct NarrationMoment(NarrationEntry? Entry, TimeSpan Offset)
{
    /// <summary>Nothing plays.</summary>
    public bool IsGap => Entry is null;

    /// <summary>The entry that plays next; null when none follows.</summary>
    public NarrationEntry? Next { get; init; }

    /// <summary>How long the entry, or the silence, lasts from here; zero after the end.</summary>
    public TimeSpan Remaining { get; init; }
}
