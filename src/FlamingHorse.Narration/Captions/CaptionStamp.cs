namespace FlamingHorse.Narration.Captions;

/// <summary>When a word of a caption is said.</summary>
/// <param name="Line">Index of its line.</param>
/// <param name="Offset">Its first character on that line.</param>
/// <param name="At">From the start of the timeline.</param>
internal readonly record struct CaptionStamp(int Line, int Offset, TimeSpan At);
