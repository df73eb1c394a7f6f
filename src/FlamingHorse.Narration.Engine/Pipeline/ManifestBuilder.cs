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
        IReadOnlyList<TimedWord> words = [.. (take.Take?.Words ?? []).Select(word => new TimedWord(word.Token, word.Start, word.End))];
        var spoken = TimesText.Write(MeasuredTimes.OfTokens(line.Spoken, words));
        var shown = TimesText.Write(words.Count == 0 ? [] : TimesOf(MeasuredTimes.OfCaption(reading, line.Spoken, words)));
        var speech = (line.SpeechStart, line.SpeechEnd);
        return line with
        {
            Words = spoken,
            CaptionWords = shown == spoken ? null : shown,
            Cues =
            [
                .. CuePlacement
                    .Place(reading, line.Spoken, take.Segment.Language, speech, words, line.SampleRate)
                    .Select(cue => new ManifestCue(cue.Name, cue.Sample, cue.IsEstimated)),
            ],
        };
    }

    private static IReadOnlyList<(int Start, int End)> TimesOf(IReadOnlyList<CaptionWordTime> words) =>
        [.. words.Select(word => (word.Start, word.End))];

    private ManifestSegment Known(PlannedSegment segment, LockedSegment take) =>
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
            Model = take.Model,
            SampleCount = take.SampleCount,
            SampleRate = take.SampleRate,
            SpeechStart = take.SpeechStart,
            SpeechEnd = take.SpeechEnd,
            IsDraft = request.Settings.IsDraft,
            AudioHash = take.AudioHash,
            AudioFile = $"narration/{request.AssemblyName}/{SegmentId.FileName(segment.Id)}.wav",
        };

    private ManifestSegment Estimated(PlannedSegment segment)
    {
        var samples = Samples(rates.Predict(segment));
        return new()
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
            SampleCount = samples,
            SampleRate = EstimateRate,
            SpeechStart = Samples(DurationEstimate.Head),
            SpeechEnd = Math.Max(samples - Samples(DurationEstimate.Tail), Samples(DurationEstimate.Head)),
            IsEstimated = true,
        };
    }

    private static Dictionary<string, int> RanksOf(IReadOnlyList<ScriptSegment> script)
    {
        var ranks = new Dictionary<string, int>(script.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var segment in script)
        {
            ranks.TryAdd(segment.Id, ranks.Count);
        }

        return ranks;
    }

    private static long Samples(TimeSpan time) => (long)Math.Round(time.TotalSeconds * EstimateRate);
}
