namespace FlamingHorse.Narration.Tests;

public class CaptionTests
{
    private const string Lesson =
        "Each entry of the product sums the products of a row of the first matrix and a column of the second. "
        + "So the first matrix needs as many columns as the second has rows; otherwise, there is no product. "
        + "Try it: a two by three matrix times a three by four matrix gives a two by four matrix.";

    [Fact]
    public void A_short_text_is_one_caption_over_its_speech()
    {
        var segment = Segments.Of("a", 72000, text: "Welcome to this video.", speechStart: 2400, speechEnd: 67200);
        var timeline = NarrationTimeline.Sequence(new() { LeadIn = TimeSpan.FromSeconds(1) }, segment);
        timeline.ToSrt().ShouldBe("1\n00:00:01,100 --> 00:00:03,800\nWelcome to this video.\n\n");
        timeline.ToWebVtt().ShouldBe("WEBVTT\n\n00:00:01.100 --> 00:00:03.800\nWelcome to this video.\n");
    }

    [Fact]
    public void Without_bounds_of_speech_a_caption_stands_over_its_whole_clip()
    {
        var caption = NarrationTimeline
            .Sequence(new() { LeadIn = TimeSpan.FromSeconds(1) }, Segments.Of("a", 72_000, speechStart: 0, speechEnd: 0))
            .ToCaptions()
            .ShouldHaveSingleItem();

        (caption.Start, caption.End).ShouldBe((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public void Captions_stand_on_whole_milliseconds()
    {
        // 0.5 s is no whole number of these samples, and a third of 5 s no whole number of milliseconds.
        var timeline = NarrationTimeline.Sequence(
            new() { LeadIn = TimeSpan.FromTicks(12_345), Gap = TimeSpan.FromTicks(3_333_333) },
            Segments.Of("a", 110_251, rate: 22_050, text: Lesson, speechStart: 1, speechEnd: 110_249),
            Segments.Of("b", 11_027, rate: 22_050)
        );

        var captions = timeline.ToCaptions(new() { MaxLineLength = 30 });

        captions.Count.ShouldBeGreaterThan(4);
        captions.ShouldAllBe(caption => caption.Start.Ticks % TimeSpan.TicksPerMillisecond == 0);
        captions.ShouldAllBe(caption => caption.End.Ticks % TimeSpan.TicksPerMillisecond == 0);
        captions[0].Start.ShouldBe(TimeSpan.FromMilliseconds(1), "down, so that no caption outgrows its limit by its start");
    }

    [Fact]
    public void Three_lines_are_as_even_as_possible()
    {
        var lines = One("aaaa bbbb cccc dddd eeee ffff", 4).ToCaptions(new() { MaxLineLength = 14, MaxLines = 3 })[0].Lines;
        lines.ShouldBe(["aaaa bbbb cccc", "dddd eeee ffff"]);
        lines = One("aaaa bbbb cccc dddd eeee ffff", 4).ToCaptions(new() { MaxLineLength = 13, MaxLines = 3 })[0].Lines;
        lines.ShouldBe(["aaaa bbbb", "cccc dddd", "eeee ffff"]);
        // The last fills its line to the last character, and one character less needs a third.
        lines = One("aaaaaaaa bbb cccc", 4).ToCaptions(new() { MaxLineLength = 12, MaxLines = 3 })[0].Lines;
        lines.ShouldBe(["aaaaaaaa", "bbb cccc"]);
    }

    [Fact]
    public void Two_lines_are_as_even_as_possible()
    {
        var caption = One("Welcome to this video on the multiplication of matrices.", seconds: 4).ToCaptions().ShouldHaveSingleItem();
        caption.Lines.ShouldBe(["Welcome to this video on the", "multiplication of matrices."]);
    }

    [Fact]
    public void A_long_text_is_divided_where_sentences_and_phrases_end()
    {
        var captions = One(Lesson, seconds: 19).ToCaptions();
        captions
            .Select(caption => string.Join(' ', caption.Lines))
            .ShouldBe([
                "Each entry of the product sums the products of a row of the first matrix",
                "and a column of the second.",
                "So the first matrix needs as many columns as the second has rows;",
                "otherwise, there is no product. Try it:",
                "a two by three matrix times a three by four matrix gives a two by four matrix.",
            ]);
    }

    [Fact]
    public void Captions_of_one_text_touch_and_fill_its_speech()
    {
        var captions = One(Lesson, seconds: 19).ToCaptions();
        captions[0].Start.ShouldBe(TimeSpan.Zero);
        captions[^1].End.ShouldBe(TimeSpan.FromSeconds(19));
        captions.Zip(captions.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start);
    }

    [Fact]
    public void A_word_is_shown_about_when_it_is_spoken()
    {
        // Two sentences of equal syllables: the second must appear near the middle.
        var captions = One("one two three four five six. one two three four five six.", seconds: 8).ToCaptions();
        captions.Count.ShouldBe(2);
        captions[1].Start.TotalSeconds.ShouldBe(4, 0.01);
    }

    [Fact]
    public void A_short_caption_stays_into_the_silence_but_not_into_the_next()
    {
        var short1 = Segments.Of("a", 9600, text: "Yes.", speechStart: 0, speechEnd: 7200);
        var timeline = NarrationTimeline.Sequence(
            new() { Gap = TimeSpan.FromSeconds(0.2), LeadOut = TimeSpan.FromSeconds(5) },
            short1,
            Segments.Seconds("b", 0.5)
        );
        var captions = timeline.ToCaptions();
        captions[0].End.ShouldBe(TimeSpan.FromMilliseconds(600)); // the next one's start; by itself it would stay until 1 s
        captions[1].End.ShouldBe(TimeSpan.FromMilliseconds(1600));
        timeline.ToCaptions(new() { MinDuration = TimeSpan.Zero })[0].End.ShouldBe(TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void A_single_word_that_outlasts_the_limit_is_shown_again()
    {
        var captions = One("Ommmm", seconds: 15).ToCaptions();
        captions.Select(caption => caption.Lines[0]).ShouldBe(["Ommmm", "Ommmm", "Ommmm"]);
        captions[^1].End.ShouldBe(TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n\0\u2028")]
    public void A_text_with_nothing_to_show_has_no_caption(string? text)
    {
        var timeline = text is null ? NarrationTimeline.Sequence(new()) : One(text, seconds: 2);
        timeline.ToSrt().ShouldBe("");
        timeline.ToWebVtt().ShouldBe("WEBVTT\n");
    }

    [Fact]
    public void White_space_and_line_ends_of_a_raw_string_become_single_spaces() =>
        One("First line\r\n   second\tline\u2028third", 4)
            .ToCaptions()
            .ShouldHaveSingleItem()
            .Lines.ShouldBe(["First line second line third"]);

    [Fact]
    public void Text_without_spaces_breaks_between_characters_but_never_before_punctuation()
    {
        var captions = One(string.Concat(Enumerable.Repeat("行列の積は、行と列の積の和です。", 10)), seconds: 30).ToCaptions();
        captions.Count.ShouldBeGreaterThan(1);
        captions.SelectMany(caption => caption.Lines).ShouldAllBe(line => line.Length <= 42 && line[0] != '、' && line[0] != '。');
        string.Concat(captions.SelectMany(caption => caption.Lines))
            .ShouldBe(string.Concat(Enumerable.Repeat("行列の積は、行と列の積の和です。", 10)));
    }

    [Fact]
    public void A_word_longer_than_a_line_is_cut_between_whole_characters()
    {
        const string family = "👨‍👩‍👧‍👦";
        var captions = One(string.Concat(Enumerable.Repeat(family, 12)), seconds: 5).ToCaptions();
        captions.SelectMany(caption => caption.Lines).ShouldAllBe(line => line.Length <= 42 && line.Length % family.Length == 0);
    }

    [Fact]
    public void A_caption_that_is_to_be_held_as_long_as_possible_keeps_the_other_limits()
    {
        var timeline = NarrationTimeline.Sequence(new() { LeadOut = TimeSpan.FromSeconds(20) }, Segments.Seconds("a", 1));

        var caption = timeline.ToCaptions(new() { MinDuration = TimeSpan.MaxValue }).ShouldHaveSingleItem();

        (caption.End - caption.Start).ShouldBe(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void Limits_that_allow_no_caption_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => One("a", 1).ToSrt(new() { MaxLineLength = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => One("a", 1).ToSrt(new() { MaxLines = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => One("a", 1).ToWebVtt(new() { MaxDuration = TimeSpan.Zero }));
        Should.Throw<ArgumentOutOfRangeException>(() => One("a", 1).ToSrt(new() { MinDuration = TimeSpan.FromTicks(-1) }));
        One("a", 1)
            .ToCaptions(
                new()
                {
                    MaxLineLength = 1,
                    MaxLines = 1,
                    MaxDuration = TimeSpan.FromMilliseconds(100),
                }
            )
            .ShouldNotBeEmpty();
    }

    [Fact]
    public void Any_text_of_any_length_keeps_the_limits_and_loses_no_word()
    {
        var random = new Random(42);
        string[] vocabulary =
        [
            "a",
            "matrix",
            "row,",
            "column.",
            "the",
            "eigenvalues;",
            "3.14",
            "—",
            "<b>",
            "-->",
            "&amp;",
            "Überprüfung",
            "xyz!",
            "(so)",
            "→",
        ];
        for (var round = 0; round < 60; round++)
        {
            var options = new NarrationCaptionOptions
            {
                MaxLineLength = random.Next(12, 50),
                MaxLines = random.Next(1, 4),
                MaxDuration = TimeSpan.FromSeconds(3 + (random.NextDouble() * 4)),
                MinDuration = TimeSpan.FromSeconds(random.NextDouble()),
            };
            var texts = Enumerable
                .Range(0, 6)
                .Select(_ =>
                    string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ => vocabulary[random.Next(vocabulary.Length)]))
                )
                .ToArray();
            var timeline = NarrationTimeline.Sequence(
                new() { Gap = TimeSpan.FromMilliseconds(random.Next(0, 500)) },
                texts.Select(
                    (text, i) => Segments.Of($"S{i}", (long)(text.Length * 24000 * (0.02 + (random.NextDouble() * 0.1))), text: text)
                )
            );

            var cues = CaptionFile.ReadWebVtt(timeline.ToWebVtt(options));
            string.Join(' ', cues.Select(cue => cue.Text)).ShouldBe(string.Join(' ', texts));
            cues.Select(cue => cue.Start).ShouldBe(CaptionFile.ReadSrt(timeline.ToSrt(options)).Select(cue => cue.Start));
            for (var i = 0; i < cues.Count; i++)
            {
                cues[i].Lines.Length.ShouldBeLessThanOrEqualTo(options.MaxLines);
                cues[i].Lines.ShouldAllBe(line => line.Length > 0 && line.Length <= options.MaxLineLength);
                cues[i].End.ShouldBeGreaterThan(cues[i].Start);
                (cues[i].End - cues[i].Start).ShouldBeLessThanOrEqualTo(options.MaxDuration);
                (i == 0 || cues[i].Start >= cues[i - 1].End).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Much_text_in_no_time_still_never_overlaps()
    {
        var timeline = NarrationTimeline.Sequence(
            new(),
            Segments.Of("a", 24, text: Lesson),
            Segments.Of("b", 0, text: Lesson),
            Segments.Seconds("c", 1)
        );
        var cues = CaptionFile.ReadSrt(timeline.ToSrt());
        cues.Zip(cues.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start && pair.First.Start < pair.First.End);
    }

    [Fact]
    public void A_megabyte_of_text_is_divided_in_reasonable_time()
    {
        var text = string.Concat(Enumerable.Repeat(Lesson + " ", 1_000_000 / Lesson.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var captions = One(text, seconds: 60_000).ToCaptions();
        watch.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(20)));
        captions.Count.ShouldBeGreaterThan(10_000);
        One(new string('x', 1_000_000), seconds: 60_000).ToCaptions().Count.ShouldBeGreaterThan(10_000);
    }

    private static NarrationTimeline One(string text, double seconds) =>
        NarrationTimeline.Sequence(new(), Segments.Seconds("a", seconds, text));
}
