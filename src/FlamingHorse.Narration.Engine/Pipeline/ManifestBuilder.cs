using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Makes the manifest, which the generator reads, of takes and estimates.</summary>
internal sealed class ManifestBuilder(NarrationRequest request, SpeechRates rates)
{
    // Of a clip that does not exist yet: the rate of the models.
    private const int EstimateRate = 24_000;

    private readonly Dictionary<string, int> _ranks = RanksOf(request.Segments);

    public NarrationManifest Build(IReadOnlyList<SegmentTake> takes) =>
        new()
        {
            RootNamespace = request.RootNamespace,
            ClassName = request.ClassName,
            IsDesignTime = request.IsDesignTime,
            Segments = [.. takes.Select(take => WithOrder(Line(take), take.Segment.Source))],
        };

    /// <summary>
    /// C# has its own order in its sources, which the generator sees; there a rank would change with every segment before.
    /// </summary>
    private ManifestSegment WithOrder(ManifestSegment line, ScriptSegment source) =>
        source.Origin == SegmentOrigin.CSharp ? line : line with { Order = source.Order, Rank = _ranks[source.Id] };

    private ManifestSegment Line(SegmentTake take)
    {
        var line = take.Take is { } known ? Known(take.Segment, known) : Estimated(take.Segment);
        var reading = take.Segment.Reading;
        var speech = (line.SpeechStart, line.SpeechEnd);
        var language = take.Segment.Language;
        IReadOnlyList<TimedWord> words = [.. (take.Take?.Words ?? []).Select(word => new TimedWord(word.Token, word.Start, word.End))];
        var isMeasured = words.Count > 0;
        if (!isMeasured)
        {
            words = EstimatedTimes.Of(line.Spoken, take.Segment.Pauses, language, speech, line.SampleRate);
        }

        var lines = WordLines.Of(reading, line.Spoken, take.Segment.Pauses, words, isMeasured);
        return line with
        {
            Words = lines.Spoken,
            CaptionWords = lines.Shown,
            Cues =
            [
                .. CuePlacement
                    .Place(reading, line.Spoken, language, speech, words, isMeasured, line.SampleRate)
                    .Select(cue => new ManifestCue(cue.Name, cue.Sample, cue.IsEstimated)),
            ],
        };
    }

    private ManifestSegment Known(PlannedSegment segment, LockedSegment take) =>
        Line(segment, take.SampleCount, take.SampleRate, (take.SpeechStart, take.SpeechEnd)) with
        {
            Model = take.Model,
            IsDraft = request.Settings.IsDraft,
            AudioHash = take.AudioHash,
            AudioFile = $"narration/{request.AssemblyName}/{SegmentId.FileName(segment.Id)}.wav",
        };

    private ManifestSegment Estimated(PlannedSegment segment)
    {
        var clip = EstimatedClip.Of(segment.Spoken, segment.Pauses, rates.Predict(segment), EstimateRate);
        return Line(segment, clip.SampleCount, EstimateRate, (clip.SpeechStart, clip.SpeechEnd)) with { IsEstimated = true };
    }

    private static ManifestSegment Line(PlannedSegment segment, long sampleCount, int sampleRate, (long Start, long End) speech) =>
        new()
        {
            Id = segment.Id,
            Origin = segment.Source.Origin,
            Member = segment.Source.Member,
            Text = segment.Source.Text,
            SpokenAs = segment.Source.SpokenAs,
            VoiceAsWritten = segment.Source.Voice,
            LanguageAsWritten = segment.Source.Language,
            Caption = segment.Reading.HasFormula ? segment.Reading.Caption : null,
            Spoken = segment.Spoken,
            Voice = segment.VoiceName,
            SampleCount = sampleCount,
            SampleRate = sampleRate,
            SpeechStart = speech.Start,
            SpeechEnd = speech.End,
        };

    private static Dictionary<string, int> RanksOf(IReadOnlyList<ScriptSegment> script)
    {
        var ranks = new Dictionary<string, int>(script.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var segment in script)
        {
            ranks.TryAdd(segment.Id, ranks.Count);
        }

        return ranks;
    }
}
