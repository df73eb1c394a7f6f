using System.Diagnostics;
using System.Globalization;
using FlamingHorse.Narration.Captions;
using FlamingHorse.Narration.Timing;

namespace FlamingHorse.Narration;

/// <summary>One narrated text and the clip that speaks it. Immutable; no file is read until audio is asked for.</summary>
/// <remarks>
/// Generated code creates one instance of each segment. Equality is identity: two segments with equal text are two segments. Lengths are
/// counted in samples; every <see cref="TimeSpan"/> is the nearest tick (100 ns, halves up) to a number of samples.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class NarrationSegment
{
    private readonly long speechStart;
    private readonly long speechEnd;
    private WordSource words;

    /// <summary>The identity, such as <c>"Scenes.Intro.Welcome"</c>; unique in an assembly without regard to case.</summary>
    public string Id { get; }

    /// <summary>The text exactly as written, without its marks: formulas in LaTeX, for whatever typesets them.</summary>
    public string Text { get; }

    /// <summary>The caption: as written, without marks, formulas in Unicode (<c>x²</c>). Subtitles use it.</summary>
    public string CaptionText { get; private set; }

    /// <summary>What the voice was given: after <see cref="NarrationAttribute.SpokenAs"/>, lexicon and normalization.</summary>
    public string SpokenText { get; }

    /// <summary>
    /// The length of the clip, silence at head and tail included: <see cref="SampleCount"/> samples to the nearest tick. A
    /// prediction where <see cref="IsEstimated"/>.
    /// </summary>
    public TimeSpan Duration => SampleTime.ToTime(SampleCount, SampleRate);

    /// <summary>The exact length of the clip in samples.</summary>
    public long SampleCount { get; }

    /// <summary>Samples per second.</summary>
    public int SampleRate { get; }

    /// <summary>When speech begins, from the start of the clip.</summary>
    public TimeSpan SpeechStart => SampleTime.ToTime(speechStart, SampleRate);

    /// <summary>When speech has ended, from the start of the clip.</summary>
    public TimeSpan SpeechEnd => SampleTime.ToTime(speechEnd, SampleRate);

    /// <summary>No audio exists yet: every length here is a prediction from the text.</summary>
    public bool IsEstimated { get; }

    /// <summary>Spoken by the draft model.</summary>
    public bool IsDraft { get; }

    /// <summary>
    /// The clip (WAV, PCM 16 bit, mono) relative to the app, with forward slashes, such as
    /// <c>"narration/MatrixLesson/Scenes.Intro.Welcome.wav"</c>; null when <see cref="IsEstimated"/>.
    /// </summary>
    public string? AudioFile { get; }

    /// <summary>The name of the voice that spoke.</summary>
    public string Voice { get; }

    /// <summary>The model that spoke; empty when none is known.</summary>
    public string Model { get; }

    /// <summary>
    /// The SHA-256 of the take as it is stored, in lower-case hex; null when <see cref="IsEstimated"/>. The file beside the app is that
    /// take at the project's level (<c>NarrationLoudness</c>): it has the same length, and its bytes may differ.
    /// </summary>
    public string? AudioHash { get; }

    /// <summary>The marks of the text in order, timed from the start of the clip.</summary>
    public IReadOnlyList<NarrationCue> Cues { get; }

    /// <summary>
    /// When each word is said: every white-space token of <see cref="SpokenText"/>, in order. Estimated where nobody measured it; then a
    /// language without spaces is divided as captions are.
    /// </summary>
    public IReadOnlyList<NarrationWord> Words => words.OfSpoken(this);

    /// <summary>The same for the words of <see cref="CaptionText"/>, where they were measured; else null.</summary>
    internal IReadOnlyList<NarrationWord>? CaptionWords => words.OfCaption(this);

    /// <summary>For logs and debuggers: id, length in seconds, and whether that is an estimate.</summary>
    /// <returns>A short line in the invariant culture.</returns>
    public override string ToString()
    {
        var seconds = Duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        return IsEstimated ? $"{Id} (about {seconds} s)" : $"{Id} ({seconds} s)";
    }
}
