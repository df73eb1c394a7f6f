using FlamingHorse.Narration.Captions;

namespace FlamingHorse.Narration;

public sealed partial class NarrationTimeline
{
    /// <summary>
    /// The captions of all entries. A text that is too long for one is divided, best at the ends of sentences and phrases, and where the
    /// voice pauses. Its parts are timed by its words where the build knows these, else by interpolation over the syllables.
    /// </summary>
    /// <param name="options">Their shape; null for two lines of 42 characters and at most 6 s.</param>
    /// <returns>In order, without overlap; a text without any visible character has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit in the options is too small.</exception>
    public IReadOnlyList<NarrationCaption> ToCaptions(NarrationCaptionOptions? options = null) =>
        CaptionTrack.Of(this, options ?? new NarrationCaptionOptions());

    /// <summary>The captions as SubRip (<c>.srt</c>): line ends are LF; write the file as UTF-8.</summary>
    /// <remarks>
    /// SubRip has no escapes. An arrow that would pass for a time line becomes "→", and what would pass for markup is made inert by
    /// an invisible word joiner (U+2060).
    /// </remarks>
    /// <param name="options">Their shape; null for two lines of 42 characters and at most 6 s.</param>
    /// <returns>The whole file; empty without captions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit in the options is too small.</exception>
    public string ToSrt(NarrationCaptionOptions? options = null) => SrtWriter.Write(ToCaptions(options));

    /// <summary>The captions as WebVTT (<c>.vtt</c>): line ends are LF; write the file as UTF-8.</summary>
    /// <param name="options">Their shape; null for two lines of 42 characters and at most 6 s.</param>
    /// <returns>The whole file; only its first line without captions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit in the options is too small.</exception>
    public string ToWebVtt(NarrationCaptionOptions? options = null) =>
        WebVttWriter.Write(ToCaptions(options), options?.Highlight ?? NarrationHighlight.None);
}
