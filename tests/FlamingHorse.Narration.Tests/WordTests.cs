namespace FlamingHorse.Narration.Tests;

/// <summary>Words of a segment: as the build measured them, or shared out by syllables.</summary>
public class WordTests
{
    [Fact]
    public void Measured_words_are_those_of_the_spoken_text_at_their_times()
    {
        var segment = Segments.Measured("Welcome, all.", "10+47 5+8", speechEnd: 24_000);

        segment.Words.ShouldBe([
            new NarrationWord("Welcome,", Milliseconds(100), Milliseconds(570), IsEstimated: false),
            new NarrationWord("all.", Milliseconds(620), Milliseconds(700), IsEstimated: false),
        ]);
        segment.Words.ShouldBeSameAs(segment.Words);
    }

    [Fact]
    public void A_token_without_a_sound_has_no_length()
    {
        var words = Segments.Measured("one — two", "10+20 0+0 5+20", speechEnd: 24_000).Words;

        words[1].Start.ShouldBe(words[0].End);
        words[1].End.ShouldBe(words[1].Start);
    }

    [Fact]
    public void Times_of_another_text_are_not_used()
    {
        Segments.Measured("one two three", "10+20 5+20", speechEnd: 24_000).Words.ShouldAllBe(word => word.IsEstimated);
    }

    [Fact]
    public void Where_nobody_measured_words_are_estimated_within_the_speech_and_in_order()
    {
        var words = Segments.Of("a", 72_000, text: "x", speechStart: 2_400, speechEnd: 67_200).Words;

        words.Select(word => word.Text).ShouldBe(["the", "text", "of", "a"]);
        words.ShouldAllBe(word => word.IsEstimated && word.End > word.Start);
        words[0].Start.ShouldBe(Milliseconds(100));
        words[^1].End.TotalMilliseconds.ShouldBe(2800, 0.001);
        words.Zip(words.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
    }

    [Fact]
    public void An_estimate_gives_what_cannot_be_said_no_length_and_divides_what_has_no_spaces()
    {
        Segments.Measured("one — two", null, speechEnd: 24_000).Words.Select(word => word.End > word.Start).ShouldBe([true, false, true]);
        Segments.Measured("这个矩阵。", null, speechEnd: 24_000).Words.Count.ShouldBe(4);
        Segments.Measured("", null, speechEnd: 24_000).Words.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("10+40 5+40 |200+40 5+40", false)]
    [InlineData("~10+40 5+40 |200+40 5+40", true)]
    public void Captions_end_before_a_pause_that_the_author_set(string times, bool isEstimated)
    {
        var segment = Segments.Measured("one two three four", times, speechEnd: 96_000);

        segment.Words.ShouldAllBe(word => word.IsEstimated == isEstimated);
        var captions = NarrationTimeline.Sequence(new(), segment).ToCaptions();
        captions.Select(caption => caption.Lines.ShouldHaveSingleItem()).ShouldBe(["one two", "three four"]);
        captions[0].End.ShouldBeLessThanOrEqualTo(Milliseconds(950) + TimeSpan.FromSeconds(1)); // held a while, so that it can be read
        captions[1].Start.ShouldBe(Milliseconds(2950));
    }

    [Fact]
    public void A_pause_that_only_the_voice_makes_does_not_divide_a_short_text()
    {
        var segment = Segments.Measured("one two three four", "10+40 5+40 200+40 5+40", speechEnd: 96_000);

        NarrationTimeline.Sequence(new(), segment).ToCaptions().ShouldHaveSingleItem();
    }

    [Fact]
    public void Captions_end_where_the_voice_pauses_and_not_where_it_goes_on()
    {
        // The comma is passed over, and there is half a second of silence before "because".
        var text =
            "The product of two matrices, as everybody knows who has ever seen one because it matters so much to all of us here today";
        var count = text.Split(' ').Length;
        var pause = Array.IndexOf(text.Split(' '), "because");
        var times = string.Join(' ', Enumerable.Range(0, count).Select(i => i == pause ? "50+30" : "1+30"));
        var captions = NarrationTimeline.Sequence(new(), Segments.Measured(text, times, speechEnd: 24_000 * 8)).ToCaptions();

        captions.Count.ShouldBe(2);
        captions[0].Lines[^1].ShouldEndWith("seen one");
        captions[0].End.ShouldBe(Milliseconds(10 * 31 * pause - 0), TimeSpan.FromMilliseconds(20));
        (captions[1].Start - captions[0].End).ShouldBe(Milliseconds(500), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void Speech_that_outlasts_the_limit_by_the_silence_around_its_words_is_divided_and_not_shown_twice()
    {
        // The words take 5.9 s; from the start of the speech to its end it is 6.1.
        var segment = Segments.Measured("Today we look. Then we write.", "10+90 5+95 5+95 5+95 5+95 5+90", speechEnd: 146_400);

        var captions = NarrationTimeline.Sequence(new(), segment).ToCaptions();

        captions.Select(caption => caption.Lines.ShouldHaveSingleItem()).ShouldBe(["Today we look.", "Then we write."]);
    }

    [Fact]
    public void The_words_of_a_caption_that_was_said_differently_have_their_own_times()
    {
        var segment = Segments.Measured(
            "x squared is long",
            "10+20 1+40 1+20 1+20",
            speechEnd: 48_000,
            text: "x² is long",
            captionTimes: "10+61 1+20 1+20"
        );

        segment.Words.Select(word => word.Text).ShouldBe(["x", "squared", "is", "long"]);
        var vtt = NarrationTimeline.Sequence(new(), segment).ToWebVtt(new() { Highlight = NarrationHighlight.Word });
        vtt.ShouldContain("<c>x²</c> <00:00:00.720><c>is</c> <00:00:00.930><c>long</c>");
    }

    [Fact]
    public void WebVTT_marks_each_word_at_its_time_on_the_timeline()
    {
        var segment = Segments.Measured("Rows & columns, all.", "10+40 5+10 5+60 10+30", speechEnd: 45_600);
        var timeline = NarrationTimeline.Sequence(new() { LeadIn = TimeSpan.FromSeconds(1) }, segment);

        timeline
            .ToWebVtt(new() { Highlight = NarrationHighlight.Word })
            .ShouldBe(
                "WEBVTT\n\n00:00:01.000 --> 00:00:02.900\n"
                    + "<00:00:01.100><c>Rows</c> <00:00:01.550><c>&amp;</c> <00:00:01.700><c>columns,</c> <00:00:02.400><c>all.</c>\n"
            );
        timeline.ToWebVtt().ShouldNotContain("<c>");
        timeline.ToSrt(new() { Highlight = NarrationHighlight.Word }).ShouldBe(timeline.ToSrt());
    }

    [Fact]
    public void Timestamps_rise_within_their_caption_whatever_the_times_are()
    {
        var vtt = NarrationTimeline
            .Sequence(new(), Segments.Measured("one — two three", "0+0 0+0 0+0 0+100", speechEnd: 24_000))
            .ToWebVtt(new() { Highlight = NarrationHighlight.Word });

        vtt.ShouldContain("<c>one</c> <c>—</c> <c>two</c> <c>three</c>");
    }

    private static TimeSpan Milliseconds(double value) => TimeSpan.FromMilliseconds(value);
}
