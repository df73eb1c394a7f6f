using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>Words of a text with pauses that nobody measured.</summary>
public sealed class EstimatedTimesTests
{
    private const string Text = "one two three four";

    [Fact]
    public void A_pause_stands_where_it_was_written()
    {
        var words = EstimatedTimes.Of(Text, [new(2, 2_000)], "English", (2_400, 2_400 + 24_000 * 4), 24_000);

        words.Select(word => word.Token).ShouldBe([0, 1, 2, 3]);
        words[0].Start.ShouldBe(10);
        words[3].End.ShouldBe(410);
        (words[2].Start - words[1].End).ShouldBeInRange(200, 225); // and the space between two words
        (words[1].Start - words[0].End).ShouldBeLessThan(25);
    }

    [Fact]
    public void A_pause_at_an_end_is_not_between_words()
    {
        EstimatedTimes.Of(Text, [new(0, 500), new(4, 500)], "English", (0, 96_000), 24_000).ShouldBeEmpty();
        EstimatedTimes.Of(Text, [], "English", (0, 96_000), 24_000).ShouldBeEmpty();
    }

    [Fact]
    public void A_clip_shorter_than_its_pauses_keeps_the_words_within_it()
    {
        var words = EstimatedTimes.Of(Text, [new(1, 2_000), new(3, 2_000)], "English", (0, 24_000), 24_000);

        words.ShouldAllBe(word => word.Start >= 0 && word.End <= 100);
        words[3].Start.ShouldBe(100);
    }

    [Fact]
    public void A_token_without_a_sound_has_no_time()
    {
        EstimatedTimes.Of("one, — two.", [new(1, 1_000)], "English", (0, 96_000), 24_000).Select(word => word.Token).ShouldBe([0, 2]);
    }

    [Fact]
    public void What_nobody_measured_is_marked_as_an_estimate()
    {
        (int, int)[] times = [(10, 31), (231, 260)];
        var text = TimesText.Write(times, isEstimated: true);

        text.ShouldBe("~10+21 200+29");
        TimesText.Write(times, paused: [1]).ShouldBe("10+21 |200+29");
        TimesText.Read("10+21 |200+29").ShouldBe(times);
        TimesText.IsEstimated(text).ShouldBeTrue();
        TimesText.Read(text).ShouldBe(times);
        TimesText.IsEstimated(TimesText.Write(times)).ShouldBeFalse();
        TimesText.IsEstimated(null).ShouldBeFalse();
    }
}
