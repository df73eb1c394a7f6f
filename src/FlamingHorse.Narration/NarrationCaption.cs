using FlamingHorse.Narration.Captions;

namespace FlamingHorse.Narration;

/// <summary>One caption as it is shown, for programs that draw captions themselves.</summary>
/// <param name="Entry">The entry whose text it shows.</param>
/// <param name="Start">When it appears, from the start of the timeline; whole milliseconds.</param>
/// <param name="End">When it disappears; after <paramref name="Start"/>, and never after the next caption's start.</param>
/// <param name="Lines">Its lines, plain text without escapes; at least one, none empty.</param>
public sealed record NarrationCaption(NarrationEntry Entry, TimeSpan Start, TimeSpan End, IReadOnlyList<string> Lines)
{
    /// <summary>Its words, in order.</summary>
    internal IReadOnlyList<CaptionStamp> Stamps { get; init; } = [];
}
