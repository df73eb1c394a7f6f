using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Judging;
using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>
/// How fast each voice speaks, learned from the segments of this project whose takes are known; computed when first asked for.
/// </summary>
internal sealed class SpeechRates
{
    // More do not make the rate better.
    private const int MostSamples = 500;

    private readonly Dictionary<(string Voice, string Language), SpeechRate> _rates = [];
    private readonly Lazy<ILookup<(string Voice, string Language), (string Spoken, TimeSpan Duration)>> _known;

    /// <param name="known">Segments and their takes of the same key.</param>
    public SpeechRates(IEnumerable<(PlannedSegment Segment, LockedSegment Take)> known) =>
        _known = new(() =>
            known.ToLookup(
                pair => (pair.Segment.VoiceName, pair.Segment.Language),
                pair => (pair.Segment.Spoken, (pair.Take.Duration - SpokenPauses.Total(pair.Segment.Pauses)) * SpeedOf(pair.Segment))
            )
        );

    /// <summary>The whole clip, predicted.</summary>
    public TimeSpan Predict(PlannedSegment segment) => PredictSpeech(segment, segment.Spoken) + SpokenPauses.Total(segment.Pauses);

    /// <summary>A clip of a part of its text.</summary>
    public TimeSpan PredictSpeech(PlannedSegment segment, string spoken) =>
        DurationEstimate.Predict(spoken, segment.Language, Of(segment.VoiceName, segment.Language)) / SpeedOf(segment);

    /// <summary>Enough takes of its voice are known.</summary>
    public bool IsLearned(PlannedSegment segment) =>
        _known.Value[(segment.VoiceName, segment.Language)].Take(GateThresholds.TakesToLearnPace).Count()
        >= GateThresholds.TakesToLearnPace;

    /// <summary>A rate is that of the voice at its own pace.</summary>
    private static double SpeedOf(PlannedSegment segment) => segment.Voice?.Voice.Speed ?? 1;

    private SpeechRate Of(string voice, string language)
    {
        if (!_rates.TryGetValue((voice, language), out var rate))
        {
            _rates[(voice, language)] = rate = SpeechRate.Learn(_known.Value[(voice, language)].Take(MostSamples), language);
        }

        return rate;
    }
}
