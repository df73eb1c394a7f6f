using FlamingHorse.Narration.Generator.Manifests;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Generator.Planning;

/// <summary>The numbers of one segment: the build's where it has read this very annotation, else an estimate.</summary>
internal static class SegmentPlan
{
    /// <summary>A segment that is completely in the manifest.</summary>
    public static SegmentCode FromManifest(ManifestSegment known) =>
        new()
        {
            Id = known.Id,
            Caption = MarkedText.Parse(known.Text).Caption,
            Shown = known.Caption,
            Spoken = known.Spoken,
            SampleCount = known.SampleCount,
            SampleRate = known.SampleRate,
            SpeechStart = known.SpeechStart,
            SpeechEnd = known.SpeechEnd,
            IsEstimated = known.IsEstimated,
            IsDraft = known.IsDraft,
            AudioFile = known.AudioFile,
            Voice = known.Voice,
            Model = known.Model,
            AudioHash = known.AudioHash,
            Words = known.Words,
            CaptionWords = known.CaptionWords,
            Cues = new([.. known.Cues.Select(cue => new CueCode(cue.Name, cue.Sample, cue.IsEstimated))]),
        };

    /// <summary>A segment whose annotation may have been edited since the manifest was written.</summary>
    public static SegmentCode FromManifest(ManifestSegment known, string id, Annotation annotation, ManifestIndex manifest)
    {
        if (
            known.SpokenAs != annotation.SpokenAs
            || known.VoiceAsWritten != annotation.Voice
            || known.LanguageAsWritten != annotation.Language
        )
        {
            return Estimate(id, annotation, manifest);
        }

        if (known.Text == annotation.Text)
            return FromManifest(known) with { Id = id };

        // Adding or moving a mark changes no sound, so the duration stays and only the cues are placed again.
        var marked = MarkedText.Parse(annotation.Text);
        return marked.SoundsLike(MarkedText.Parse(known.Text))
            ? FromManifest(known) with
            {
                Id = id,
                Cues = Code(
                    CuePlacement.Place(
                        SegmentReading.Of(Script(id, annotation), Lexicon.Empty, FormulaRules.Default, ManifestIndex.DefaultLanguage),
                        known.Spoken,
                        annotation.Language ?? ManifestIndex.DefaultLanguage,
                        (known.SpeechStart, known.SpeechEnd),
                        WordsOf(known),
                        !TimesText.IsEstimated(known.Words),
                        known.SampleRate
                    )
                ),
            }
            : Estimate(id, annotation, manifest);
    }

    public static SegmentCode Estimate(string id, Annotation annotation, ManifestIndex manifest)
    {
        // Macros and a lexicon are the build's: until it has run, a formula with one of them is estimated by the rest of it.
        var reading = SegmentReading.Of(Script(id, annotation), Lexicon.Empty, FormulaRules.Default, ManifestIndex.DefaultLanguage);
        var language = annotation.Language ?? ManifestIndex.DefaultLanguage;
        var spoken = reading.Spoken;
        var rate = annotation.Voice is null ? manifest.Rate : SpeechRate.Default(language);
        var length = DurationEstimate.Predict(spoken, language, rate) + SpokenPauses.Total(reading.Pauses);
        var clip = EstimatedClip.Of(spoken, reading.Pauses, length, manifest.SampleRate);
        var speech = (clip.SpeechStart, clip.SpeechEnd);
        var words = EstimatedTimes.Of(spoken, reading.Pauses, language, speech, manifest.SampleRate);
        var lines = WordLines.Of(reading, spoken, reading.Pauses, words, isMeasured: false);

        return new SegmentCode
        {
            Id = id,
            Caption = reading.Written.Caption,
            Shown = reading.HasFormula ? reading.Caption : null,
            Spoken = spoken,
            SampleCount = clip.SampleCount,
            SampleRate = manifest.SampleRate,
            SpeechStart = clip.SpeechStart,
            SpeechEnd = clip.SpeechEnd,
            IsEstimated = true,
            Voice = annotation.Voice ?? manifest.Voice,
            Words = lines.Spoken,
            CaptionWords = lines.Shown,
            Cues = Code(CuePlacement.Place(reading, spoken, language, speech, words, areMeasured: false, manifest.SampleRate)),
        };
    }

    private static EquatableArray<CueCode> Code(IReadOnlyList<PlacedCue> cues) =>
        new([.. cues.Select(cue => new CueCode(cue.Name, cue.Sample, cue.IsEstimated))]);

    /// <summary>Words with a sound; the others are placed between them.</summary>
    private static IReadOnlyList<TimedWord> WordsOf(ManifestSegment known) =>
        [
            .. TimesText
                .Read(known.Words)
                .Select((time, token) => new TimedWord(token, time.Start, time.End))
                .Where(word => word.End > word.Start),
        ];

    private static ScriptSegment Script(string id, Annotation annotation) =>
        new()
        {
            Id = id,
            Text = annotation.Text,
            SpokenAs = annotation.SpokenAs,
            Language = annotation.Language,
            Origin = SegmentOrigin.CSharp,
            Place = new SourcePlace(""),
        };
}
