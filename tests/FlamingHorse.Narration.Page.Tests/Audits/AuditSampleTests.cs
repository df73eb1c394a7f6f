using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Page.Tests.Audits;

public class AuditSampleTests
{
    private static readonly string[] TwoHundred = [.. Enumerable.Range(0, 200).Select(i => $"Scene{i / 10}.Step{i % 10}")];

    [Fact]
    public void Five_percent_of_two_hundred_is_ten_and_always_the_same()
    {
        var sample = AuditSample.Parse("5%")!;

        var first = sample.Choose(TwoHundred);
        var again = sample.Choose([.. TwoHundred.Reverse()]);

        first.Count.ShouldBe(10);
        again.ShouldBe(first, ignoreOrder: true);
        // Held still across versions: who has judged half of a sample keeps that half.
        first.Order(StringComparer.Ordinal).First().ShouldBe("Scene0.Step9");
    }

    [Fact]
    public void One_more_segment_changes_the_choice_by_one_at_most()
    {
        var sample = AuditSample.Parse("5%")!;

        var before = sample.Choose(TwoHundred);
        var after = sample.Choose([.. TwoHundred, "Scene20.Step0"]);

        before.Except(after).Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void A_sample_is_spread_over_the_lesson()
    {
        var scenes = AuditSample.Parse("20%")!.Choose(TwoHundred).Select(id => id.Split('.')[0]).Distinct();

        scenes.Count().ShouldBeGreaterThan(12);
    }

    [Theory]
    [InlineData("5%", 200, 10)]
    [InlineData("12.5 %", 8, 1)]
    [InlineData("1%", 3, 1)]
    [InlineData("100%", 7, 7)]
    [InlineData("20", 200, 20)]
    [InlineData("20", 5, 5)]
    [InlineData("5%", 0, 0)]
    public void Shares_are_rounded_up_to_whole_segments(string text, int segments, int expected) =>
        AuditSample.Parse(text)!.Choose([.. TwoHundred.Take(segments)]).Count.ShouldBe(expected);

    [Theory]
    [InlineData("0%")]
    [InlineData("101%")]
    [InlineData("five")]
    [InlineData("-3")]
    [InlineData("1,5%")]
    public void An_invalid_sample_is_an_error_that_says_so(string text) =>
        Should.Throw<NarrationException>(() => AuditSample.Parse(text)).Finding.Kind.Code.ShouldBe("FHN2020");

    [Fact]
    public void Without_a_request_there_is_no_sample() => AuditSample.Parse(" ").ShouldBeNull();
}
