using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Judging;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Tests.Planning;

public class SpeechRatesTests
{
    private const string Text = "Each entry of the product is the sum of a row and a column.";

    [Theory]
    [InlineData(GateThresholds.TakesToLearnPace - 1, false)]
    [InlineData(GateThresholds.TakesToLearnPace, true)]
    [InlineData(GateThresholds.TakesToLearnPace + 1, true)]
    public void A_pace_is_learned_from_enough_takes(int takes, bool isLearned) =>
        Rates(takes, seconds: 4).IsLearned(Segment()).ShouldBe(isLearned);

    [Fact]
    public void A_voice_that_takes_twice_as_long_is_predicted_so()
    {
        var quick = Rates(100, seconds: 4).Predict(Segment());
        var slow = Rates(100, seconds: 8).Predict(Segment());

        quick.TotalSeconds.ShouldBe(4, 0.2);
        slow.TotalSeconds.ShouldBe(8, 0.4);
    }

    [Fact]
    public void Pauses_are_no_part_of_the_pace_and_stand_beside_the_speech()
    {
        SpokenPause[] pauses = [new(3, 2000)];

        var rates = Rates(100, seconds: 6, pauses);

        rates.Predict(Segment()).TotalSeconds.ShouldBe(4, 0.2);
        rates.Predict(Segment(pauses)).TotalSeconds.ShouldBe(6, 0.2);
    }

    private static SpeechRates Rates(int takes, double seconds, params SpokenPause[] pauses) =>
        new(Enumerable.Range(0, takes).Select(_ => (Segment(pauses), Take(seconds))));

    private static PlannedSegment Segment(params SpokenPause[] pauses)
    {
        var source = new ScriptSegment
        {
            Id = "A",
            Text = Text,
            Place = new("a.cs"),
            Origin = SegmentOrigin.CSharp,
        };
        return new()
        {
            Source = source,
            Reading = SegmentReading.Of(source, Lexicon.Empty, Script.Mathematics.FormulaRules.Default, "English"),
            Spoken = Text,
            Pauses = pauses,
            Language = "English",
            VoiceName = "narrator",
        };
    }

    private static LockedSegment Take(double seconds) =>
        new()
        {
            Key = new(new string('a', 64)),
            AudioHash = new('b', 64),
            SampleCount = (long)(seconds * 24_000),
            SampleRate = 24_000,
            SpeechStart = 0,
            SpeechEnd = (long)(seconds * 24_000),
            Voice = "narrator",
            Model = "m",
        };
}
