using FlamingHorse.Narration.Captions;

namespace FlamingHorse.Narration.Tests;

/// <summary>When the words of a caption are said, and the breaks that are heard between them.</summary>
public class CaptionTimingTests
{
    [Theory]
    [InlineData("two,", "10+40 19+40", nameof(CaptionBreak.Word))] // a breath is not a pause
    [InlineData("two,", "10+40 20+40", nameof(CaptionBreak.Phrase))]
    [InlineData("two,", "10+40 21+40", nameof(CaptionBreak.Phrase))]
    [InlineData("two,", "10+40 |0+40", nameof(CaptionBreak.Pause))]
    public void A_silence_of_a_fifth_of_a_second_ends_a_phrase_where_none_is_written(string last, string times, string heard) =>
        BreakAfterFirst($"one {last}", times).ShouldBe(heard);

    [Theory]
    [InlineData("10+40 5+40", nameof(CaptionBreak.Clause))]
    [InlineData("10+40 6+40", nameof(CaptionBreak.Phrase))]
    [InlineData("10+40 19+40", nameof(CaptionBreak.Phrase))]
    public void A_comma_that_the_voice_runs_over_is_a_lesser_break(string times, string heard) =>
        BreakAfterFirst("one, two", times).ShouldBe(heard);

    [Theory]
    [InlineData("10+40 0+40")]
    [InlineData("10+40 30+40")]
    public void A_sentence_ends_however_long_the_silence_after_it_is(string times) =>
        BreakAfterFirst("One. Two", times).ShouldBe(nameof(CaptionBreak.Sentence));

    [Fact]
    public void A_word_without_punctuation_keeps_its_break_where_the_voice_runs_on() =>
        BreakAfterFirst("one two", "10+40 0+40").ShouldBe(nameof(CaptionBreak.Word));

    [Fact]
    public void Pieces_of_a_long_word_share_its_time_by_their_weight()
    {
        var words = CaptionText.Words("abababab", maxLength: 4);
        var timing = Of(words, "abababab", "100+80", start: TimeSpan.FromSeconds(0.5), duration: 3);

        words.Select(word => word.Text).ShouldBe(["abab", "abab"]);
        ShouldBe(timing.Starts, 0.5, 0.9);
        ShouldBe(timing.Ends, 0.9, 1.3);
    }

    [Fact]
    public void Words_outside_the_speech_stand_at_its_borders()
    {
        var words = CaptionText.Words("one two three", maxLength: 40);
        var timing = Of(words, "one two three", "0+40 10+40 10+200", start: TimeSpan.FromSeconds(0.2), duration: 1);

        ShouldBe(timing.Starts, 0, 0.3, 0.8);
        ShouldBe(timing.Ends, 0.2, 0.7, 1);
    }

    private static string BreakAfterFirst(string text, string times)
    {
        var words = CaptionText.Words(text, maxLength: 40);
        Of(words, text, times, TimeSpan.Zero, duration: 2);
        return words[0].Break.ToString();
    }

    private static CaptionTiming Of(List<CaptionWord> words, string text, string times, TimeSpan start, double duration) =>
        CaptionTiming.Of(words, Segments.Measured(text, times, speechEnd: 96_000), start, duration);

    private static void ShouldBe(double[] seconds, params double[] expected)
    {
        seconds.Length.ShouldBe(expected.Length);
        for (var i = 0; i < seconds.Length; i++)
        {
            seconds[i].ShouldBe(expected[i], 1e-9);
        }
    }
}
