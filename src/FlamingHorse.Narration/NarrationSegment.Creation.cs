// Over 140 lines: two signatures of 14 and of 16 parameters, each documented.
using System.ComponentModel;
using FlamingHorse.Narration.Captions;

namespace FlamingHorse.Narration;

/// <content>How generated code makes segments.</content>
public sealed partial class NarrationSegment
{
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
}
