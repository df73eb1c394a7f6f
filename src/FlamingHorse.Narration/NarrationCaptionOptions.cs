namespace FlamingHorse.Narration;

/// <summary>The shape of captions. The defaults are those of subtitling: two lines of 42 characters, at most 6 s.</summary>
public sealed record NarrationCaptionOptions
{
    /// <summary>The most characters (UTF-16 units) on a line, 1 or more; 42. A longer single character has its own line.</summary>
    public int MaxLineLength { get; init; } = 42;

    /// <summary>The most lines in a caption, 1 or more; 2.</summary>
    public int MaxLines { get; init; } = 2;

    /// <summary>
    /// The longest that a caption stands, 0.1 s or more; 6 s. A longer text is divided at the ends of sentences, phrases or words.
    /// </summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>
    /// How long a caption stands at least, where the silence after its speech allows it; 1 s. Never into the next caption, never
    /// beyond the end of the timeline, never past <see cref="MaxDuration"/>.
    /// </summary>
    public TimeSpan MinDuration { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What WebVTT marks while it is said; nothing. SubRip has no means for it.</summary>
    public NarrationHighlight Highlight { get; init; }
}
