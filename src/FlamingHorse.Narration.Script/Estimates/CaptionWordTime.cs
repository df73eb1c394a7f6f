namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>When a word of the caption is said.</summary>
/// <param name="Offset">Its first character in the caption.</param>
/// <param name="Length">Characters.</param>
/// <param name="Start">In steps of 10 ms from the start of the clip.</param>
/// <param name="End">Likewise.</param>
/// <param name="IsExact">Measured; otherwise shared out among words that were said otherwise than they are written.</param>
public readonly record struct CaptionWordTime(int Offset, int Length, int Start, int End, bool IsExact);
