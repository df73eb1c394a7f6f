using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>Cues and words of the caption, from the times of the words that were spoken: one word every half second, 300 ms long.</summary>
public class MeasuredTimesTests
{
    private const int Rate = 24_000;

    [Theory]
    // Where text and speech are the same.
    [InlineData("<mark name='m'/>one two three", "one two three", 0, false)]
    [InlineData("one <mark name='m'/>two three", "one two three", 50, false)]
    [InlineData("one<mark name='m'/> two three", "one two three", 50, false)]
    [InlineData("one two. <mark name='m'/>Three", "one two. Three", 100, false)]
    [InlineData("one two three<mark name='m'/>", "one two three", 130, false)]
    // Behind words that are said otherwise.
    [InlineData("see x² <mark name='m'/>now", "see x squared now", 150, false)]
    [InlineData("x² and y² <mark name='m'/>now", "x squared and y squared now", 250, false)]
    [InlineData("x² <mark name='m'/>and y²", "x squared and y squared", 100, false)]
    // At their beginning, and at one of as many.
    [InlineData("see <mark name='m'/>x² now", "see x squared now", 50, false)]
    [InlineData("the <mark name='m'/>sin of x", "the sine of x", 50, false)]
    [InlineData("C <mark name='m'/>ij is", "see eye is", 50, false)]
    // Amid words that nobody can tell apart, and inside a word.
    [InlineData("a b <mark name='m'/>c d end", "one two three four five six end", 150, true)]
    [InlineData("multi<mark name='m'/>plied", "multiplied", 15, true)]
    [InlineData("so multi<mark name='m'/>plied", "so multiplied", 65, true)]
    public void A_mark_falls_on_the_word_that_it_stands_before(string text, string spoken, int step, bool isEstimated)
    {
        var words = Spoken(spoken);
        var cue = CuePlacement.Place(MarkedText.Parse(text), spoken, "English", (0, 0), words, Rate).ShouldHaveSingleItem();

        cue.ShouldBe(new PlacedCue("m", step * Rate / 100, isEstimated));
    }

    [Fact]
    public void Without_measured_times_marks_are_placed_as_before()
    {
        var marked = MarkedText.Parse("row row <mark name='half'/>row row");

        CuePlacement
            .Place(marked, "row row row row", "English", (2_400, 98_400), [], Rate)
            .ShouldBe([new PlacedCue("half", 50_400, IsEstimated: true)]);
    }

    [Fact]
    public void Marks_never_go_back()
    {
        var marked = MarkedText.Parse("a <mark name='x'/>b<mark name='y'/> <mark name='z'/>— c");
        var cues = CuePlacement.Place(marked, "a b — c", "English", (0, 0), [new(0, 0, 30), new(1, 50, 80), new(3, 150, 180)], Rate);

        cues.Select(cue => cue.Sample).ShouldBe([12_000, 19_200, 19_200]);
    }

    [Fact]
    public void A_token_without_a_sound_is_a_moment_after_the_word_before_it()
    {
        MeasuredTimes.OfTokens("— one — two", [new(1, 20, 40), new(3, 60, 90)]).ShouldBe([(20, 20), (20, 40), (40, 40), (60, 90)]);
    }

    [Fact]
    public void A_word_of_the_caption_lasts_as_long_as_all_that_is_said_for_it()
    {
        MeasuredTimes
            .OfCaption("see x² now", "see x squared now", Spoken("see x squared now"))
            .Select(word => (word.Offset, word.Length, word.Start, word.End))
            .ShouldBe([(0, 3, 0, 30), (4, 2, 50, 130), (7, 3, 150, 180)]);
    }

    [Fact]
    public void Times_are_read_as_they_were_written()
    {
        (int, int)[] times = [(10, 31), (31, 31), (45, 60)];

        TimesText.Write(times).ShouldBe("10+21 0+0 14+15");
        TimesText.Read(TimesText.Write(times)).ShouldBe(times);
        TimesText.Write([]).ShouldBeNull();
        TimesText.Read(null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1+")]
    [InlineData("a+b")]
    [InlineData("-1+2")]
    [InlineData("1+999999999999")]
    public void Other_text_is_not_a_time(string text) => Should.Throw<FormatException>(() => TimesText.Read(text));

    [Fact]
    public void Long_texts_that_differ_are_aligned_quickly()
    {
        var random = Seed.NewRandom("texts that differ");
        var spoken = string.Join(' ', Enumerable.Range(0, 1_200).Select(_ => $"w{random.Next(40)}"));
        var caption = string.Join(' ', spoken.Split(' ').Where(_ => random.Next(3) > 0));

        var times = MeasuredTimes.OfCaption(caption, spoken, Spoken(spoken));

        times.Zip(times.Skip(1)).ShouldAllBe(pair => pair.First.Start <= pair.Second.Start);
    }

    private static TimedWord[] Spoken(string text) =>
        [.. Enumerable.Range(0, text.Split(' ').Length).Select(token => new TimedWord(token, token * 50, (token * 50) + 30))];
}
