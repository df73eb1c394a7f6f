using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FlamingHorse.Narration.Captions;
using FlamingHorse.Narration.Timing;

namespace FlamingHorse.Narration;

/// <summary>One narrated text and the clip that speaks it. Immutable; no file is read until audio is asked for.</summary> <remarks> Created
/// by generated code, one instance a segment and app. Equality is identity: two segments with equal text are two segments. Lengths are
/// counted in samples; every <see cref="TimeSpan"/> is the nearest tick (100 ns, halves up) to a number of samples.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class NarrationSegment
{
    private readonly long speechStart;
    private readonly long speechEnd;
    private WordSource words;

    private NarrationSegment(
        string id,
        string text,
        string spokenText,
        long sampleCount,
        int sampleRate,
        long speechStart,
        long speechEnd,
        bool isEstimated,
        bool isDraft,
        string? audioFile,
        string voice,
        string model,
        string? audioHash,
        NarrationCue[]? cues,
        string? words,
        string? captionWords
    )
    {
        Id = id;
        Text = text;
        CaptionText = text;
        SpokenText = spokenText;
        SampleCount = sampleCount;
        SampleRate = sampleRate;
        this.speechStart = speechStart;
        this.speechEnd = speechEnd;
        IsEstimated = isEstimated;
        IsDraft = isDraft;
        AudioFile = isEstimated ? null : audioFile;
        Voice = voice;
        Model = model;
        AudioHash = isEstimated ? null : audioHash;
        Cues = cues is { Length: > 0 } ? Array.AsReadOnly(cues) : [];
        this.words = new WordSource(words, captionWords);
    }

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
    /// take
    /// at the project's level (<c>NarrationLoudness</c>), which may be other bytes of the same length.
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

    /// <summary>
    /// For generated code. Positions are in samples of <paramref name="sampleRate"/>; the array of cues becomes the segment's own.
    /// </summary>
    /// <param name="id">See <see cref="Id"/>.</param>
    /// <param name="text">See <see cref="Text"/>.</param>
    /// <param name="spokenText">See <see cref="SpokenText"/>.</param>
    /// <param name="sampleCount">See <see cref="SampleCount"/>.</param>
    /// <param name="sampleRate">See <see cref="SampleRate"/>.</param>
    /// <param name="speechStart">The first sample of speech.</param>
    /// <param name="speechEnd">One past the last sample of speech.</param>
    /// <param name="isEstimated">See <see cref="IsEstimated"/>.</param>
    /// <param name="isDraft">See <see cref="IsDraft"/>.</param>
    /// <param name="audioFile">See <see cref="AudioFile"/>.</param>
    /// <param name="voice">See <see cref="Voice"/>.</param>
    /// <param name="model">See <see cref="Model"/>.</param>
    /// <param name="audioHash">See <see cref="AudioHash"/>.</param>
    /// <param name="cues">The cues in order; null for none.</param>
    /// <returns>The segment.</returns>
    /// <exception cref="ArgumentNullException">A required string is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the rate is not positive, or speech lies outside the
    /// clip.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static NarrationSegment Create(
        string id,
        string text,
        string spokenText,
        long sampleCount,
        int sampleRate,
        long speechStart,
        long speechEnd,
        bool isEstimated,
        bool isDraft,
        string? audioFile,
        string voice,
        string model,
        string? audioHash,
        NarrationCue[]? cues
    ) =>
        Create(
            id,
            text,
            spokenText,
            sampleCount,
            sampleRate,
            speechStart,
            speechEnd,
            isEstimated,
            isDraft,
            audioFile,
            voice,
            model,
            audioHash,
            cues,
            words: null,
            captionWords: null
        );

    /// <summary>
    /// For generated code. Positions are in samples of <paramref name="sampleRate"/>; the array of cues becomes the segment's own.
    /// </summary>
    /// <param name="id">See <see cref="Id"/>.</param>
    /// <param name="text">See <see cref="Text"/>.</param>
    /// <param name="spokenText">See <see cref="SpokenText"/>.</param>
    /// <param name="sampleCount">See <see cref="SampleCount"/>.</param>
    /// <param name="sampleRate">See <see cref="SampleRate"/>.</param>
    /// <param name="speechStart">The first sample of speech.</param>
    /// <param name="speechEnd">One past the last sample of speech.</param>
    /// <param name="isEstimated">See <see cref="IsEstimated"/>.</param>
    /// <param name="isDraft">See <see cref="IsDraft"/>.</param>
    /// <param name="audioFile">See <see cref="AudioFile"/>.</param>
    /// <param name="voice">See <see cref="Voice"/>.</param>
    /// <param name="model">See <see cref="Model"/>.</param>
    /// <param name="audioHash">See <see cref="AudioHash"/>.</param>
    /// <param name="cues">The cues in order; null for none.</param>
    /// <param name="words">When each token of <paramref name="spokenText"/> is said, <c>gap+length</c> in steps of 10 ms; null where nobody
    /// measured it.</param>
    /// <param name="captionWords">The same for the words of <paramref name="text"/>, where they are others.</param>
    /// <returns>The segment.</returns>
    /// <exception cref="ArgumentNullException">A required string is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the rate is not positive, or speech lies outside the
    /// clip.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static NarrationSegment Create(
        string id,
        string text,
        string spokenText,
        long sampleCount,
        int sampleRate,
        long speechStart,
        long speechEnd,
        bool isEstimated,
        bool isDraft,
        string? audioFile,
        string voice,
        string model,
        string? audioHash,
        NarrationCue[]? cues,
        string? words,
        string? captionWords
    )
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spokenText);
        ArgumentNullException.ThrowIfNull(voice);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(speechStart, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(speechEnd, speechStart);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleCount, speechEnd);
        return new NarrationSegment(
            id,
            text,
            spokenText,
            sampleCount,
            sampleRate,
            speechStart,
            speechEnd,
            isEstimated,
            isDraft,
            audioFile,
            voice,
            model,
            audioHash,
            cues,
            words,
            captionWords
        );
    }

    /// <summary>For generated code: the same segment with formulas in its caption.</summary>
    /// <param name="captionText">See <see cref="CaptionText"/>.</param>
    /// <returns>Another instance.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NarrationSegment WithCaptionText(string captionText)
    {
        ArgumentNullException.ThrowIfNull(captionText);
        var segment = (NarrationSegment)MemberwiseClone();
        segment.CaptionText = captionText;
        segment.words = words.Copy();
        return segment;
    }

    /// <summary>The cue of the mark with this name; the first, where a name occurs twice.</summary>
    /// <param name="name">The mark's name, case-sensitive.</param>
    /// <returns>The cue, timed from the start of the clip.</returns>
    /// <exception cref="KeyNotFoundException">The text has no such mark; the message lists those it has.</exception>
    public NarrationCue At(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var cue in Cues)
        {
            if (string.Equals(cue.Name, name, StringComparison.Ordinal))
            {
                return cue;
            }
        }

        var known = Cues.Count == 0 ? "it has none" : "it has " + string.Join(", ", Cues.Select(cue => $"'{cue.Name}'"));
        throw new KeyNotFoundException($"The text of '{Id}' has no mark '{name}'; {known}. Set one in the text: <mark name='{name}'/>.");
    }

    /// <summary>Divides the clip into beats by weight: <c>Split(2, 1, 1)</c> gives a half and two quarters.</summary>
    /// <param name="weights">Any finite numbers, zero or more, of which one is above zero.</param>
    /// <returns>The lengths, one a weight, each on whole samples. Their sum is exactly <see cref="Duration"/>.</returns>
    /// <exception cref="ArgumentException">There is no weight above zero, or one is negative or not finite.</exception>
    public IReadOnlyList<TimeSpan> Split(params double[] weights)
    {
        var borders = Weights.Borders(SampleCount, weights);
        var beats = new TimeSpan[weights.Length];
        for (var i = 0; i < beats.Length; i++)
        {
            // A difference of rounded positions, not a rounded difference: only so do the beats add up to the tick.
            beats[i] = SampleTime.ToTime(borders[i + 1], SampleRate) - SampleTime.ToTime(borders[i], SampleRate);
        }

        return beats;
    }

    /// <summary>
    /// Where the clip lies beside the running app (<see cref="AppContext.BaseDirectory"/>). Does not look whether it is there.
    /// </summary>
    /// <returns>An absolute path.</returns>
    /// <exception cref="InvalidOperationException">The segment is estimated: it has no audio yet.</exception>
    public string GetFullPath() => GetFullPath(AppContext.BaseDirectory);

    /// <summary>Where the clip lies in a folder laid out like the app's. Does not look whether it is there.</summary>
    /// <param name="folder">The folder that holds <c>narration</c>; relative ones count from the current directory.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="InvalidOperationException">The segment is estimated: it has no audio yet.</exception>
    public string GetFullPath(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return AudioFile is { } file
            ? Path.GetFullPath(Path.Combine(folder, file))
            : throw new InvalidOperationException(
                $"'{Id}' has no audio: its duration is an estimate. Build with a speech backend, or with the lock file and cache that "
                    + $"hold its take; IsEstimated tells beforehand."
            );
    }

    /// <summary>Opens the clip beside the running app for reading.</summary>
    /// <returns>The file, a WAV with PCM 16 bit, mono; the caller disposes of it.</returns>
    /// <exception cref="InvalidOperationException">The segment is estimated: it has no audio yet.</exception>
    /// <exception cref="FileNotFoundException">The clip is not where <see cref="GetFullPath()"/> says.</exception>
    public Stream OpenAudio() => OpenAudio(AppContext.BaseDirectory);

    /// <summary>Opens the clip in a folder laid out like the app's for reading.</summary>
    /// <param name="folder">The folder that holds <c>narration</c>.</param>
    /// <returns>The file, a WAV with PCM 16 bit, mono; the caller disposes of it.</returns>
    /// <exception cref="InvalidOperationException">The segment is estimated: it has no audio yet.</exception>
    /// <exception cref="FileNotFoundException">The clip is not where <see cref="GetFullPath(string)"/> says.</exception>
    public Stream OpenAudio(string folder)
    {
        var path = GetFullPath(folder);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096, FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                $"The audio of '{Id}' is not at '{path}'. Builds put it beside the app unless NarrationCopyAudio is false; one that had "
                    + $"the take's duration from the lock file but not its audio warned of it.",
                path,
                missing
            );
        }
    }

    /// <summary>For logs and debuggers: id, length in seconds, and whether that is an estimate.</summary>
    /// <returns>A short line in the invariant culture.</returns>
    public override string ToString()
    {
        var seconds = Duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        return IsEstimated ? $"{Id} (about {seconds} s)" : $"{Id} ({seconds} s)";
    }
}
