using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging;

/// <summary>A take is compared with what its voice's reference is to itself.</summary>
public sealed class LikenessRuleTests
{
    private const string Text = "Two words.";

    [Theory]
    [InlineData(0.87, 0.87, false)]
    [InlineData(0.78, 0.87, false)]
    [InlineData(0.76, 0.87, true)]
    [InlineData(0.51, 0.60, false)] // no number serves all voices
    [InlineData(-0.2, 0.60, true)]
    public void A_take_that_is_less_like_its_voice_than_the_voice_is_like_itself_is_refused(double similarity, double own, bool isRefused)
    {
        var verdict = Judge(
            new("ear")
            {
                Transcript = Text,
                Similarity = similarity,
                OwnSimilarity = own,
            }
        );
        verdict.IsRefused.ShouldBe(isRefused);
        verdict.Check.ShouldNotBeNull().Scores.ShouldNotBeNull()[LikenessRule.Own].ShouldBe(own);
        if (isRefused)
        {
            verdict.Problems.ShouldHaveSingleItem().ShouldContain("another voice");
        }
    }

    [Theory]
    [InlineData(0.1, null)]
    [InlineData(null, 0.87)]
    public void Where_the_reference_is_too_short_or_nothing_was_compared_there_is_no_verdict(double? similarity, double? own) =>
        Judge(
            new("ear")
            {
                Transcript = Text,
                Similarity = similarity,
                OwnSimilarity = own,
            }
        )
            .IsRefused.ShouldBeFalse();

    [Fact]
    public void Another_voice_is_never_only_a_doubt_and_is_recorded_in_the_lock_even_without_a_transcript()
    {
        var first = Judge(new("ear") { Similarity = 0.2, OwnSimilarity = 0.9 });
        var again = Judge(new("ear") { Similarity = 0.2, OwnSimilarity = 0.9 }, first.Check!, first.Check!);
        again.Check.ShouldNotBeNull().Verdict.ShouldBe(TakeOutcome.Refused);
        LockedCheck.Of([again.Check]).ShouldBe(new(LockedCheck.Refused, "ear"));
    }

    private static TakeVerdict Judge(Hearing hearing, params TakeCheck[] earlier)
    {
        var raw = new RawClip(Signals.Tone(2).Then(Signals.Silence(0.1)));
        var clip = new ClipJudge().Judge(Requests.For("a", Text, Requests.Voice("mlx"), seconds: 2), raw, 1).Clip!;
        return TranscriptJudge.Judge(new(clip, raw) { Earlier = [.. earlier.Select(check => new[] { check })] }, hearing);
    }
}
