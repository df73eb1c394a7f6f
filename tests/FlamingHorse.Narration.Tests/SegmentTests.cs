namespace FlamingHorse.Narration.Tests;

public class SegmentTests
{
    private static readonly NarrationCue Row = new("row", TimeSpan.FromSeconds(1.5), IsEstimated: true);
    private static readonly NarrationCue Column = new("column", TimeSpan.FromSeconds(2), IsEstimated: false);

    [Fact]
    public void A_duration_is_the_nearest_tick_to_its_samples()
    {
        Segments.Of("a", 24000).Duration.ShouldBe(TimeSpan.FromSeconds(1));
        Segments.Of("a", 1).Duration.Ticks.ShouldBe(417); // 416.67
        Segments.Of("a", 1, rate: 48000).Duration.Ticks.ShouldBe(208); // 208.33
        Segments.Of("a", 0).Duration.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_clip_of_a_century_does_not_overflow()
    {
        var samples = 24000L * 86400 * 365 * 100;
        Segments.Of("a", samples).Duration.ShouldBe(TimeSpan.FromDays(36500));
    }

    [Fact]
    public void Samples_can_be_recovered_from_a_duration_at_every_rate()
    {
        foreach (var rate in new[] { 8000, 16000, 22050, 24000, 44100, 48000, 192000 })
        {
            foreach (var segment in Segments.Random(200, seed: rate, rate))
            {
                Math.Round(segment.Duration.Ticks * (decimal)rate / TimeSpan.TicksPerSecond).ShouldBe(segment.SampleCount);
            }
        }
    }

    [Fact]
    public void Everything_given_at_creation_can_be_read_back()
    {
        var segment = NarrationSegment.Create(
            "Intro.Rule",
            "C_ij",
            "C i j",
            48000,
            24000,
            2400,
            43200,
            false,
            true,
            "narration/App/Intro.Rule.wav",
            "guest",
            "m",
            "ab",
            [Row]
        );
        segment.Id.ShouldBe("Intro.Rule");
        segment.Text.ShouldBe("C_ij");
        segment.SpokenText.ShouldBe("C i j");
        segment.SampleCount.ShouldBe(48000);
        segment.SampleRate.ShouldBe(24000);
        segment.SpeechStart.ShouldBe(TimeSpan.FromMilliseconds(100));
        segment.SpeechEnd.ShouldBe(TimeSpan.FromMilliseconds(1800));
        segment.IsEstimated.ShouldBeFalse();
        segment.IsDraft.ShouldBeTrue();
        segment.AudioFile.ShouldBe("narration/App/Intro.Rule.wav");
        segment.Voice.ShouldBe("guest");
        segment.Model.ShouldBe("m");
        segment.AudioHash.ShouldBe("ab");
        segment.Cues.ShouldBe([Row]);
    }

    [Fact]
    public void Numbers_that_make_no_clip_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Segments.Of("a", -1, speechEnd: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Segments.Of("a", 10, rate: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Segments.Of("a", 10, speechStart: 8, speechEnd: 7));
        Should.Throw<ArgumentOutOfRangeException>(() => Segments.Of("a", 10, speechEnd: 11));
    }

    [Fact]
    public void A_cue_is_found_by_its_name()
    {
        var segment = Segments.Seconds("a", 3, cues: [Row, Column]);
        segment.At("column").ShouldBe(Column);
        segment.Cues.Select(cue => cue.Name).ShouldBe(["row", "column"]);
    }

    [Fact]
    public void The_error_for_an_unknown_cue_lists_the_known_ones()
    {
        var thrown = Should.Throw<KeyNotFoundException>(() => Segments.Seconds("Intro.Rule", 3, cues: [Row, Column]).At("Row"));
        thrown.Message.ShouldContain("Intro.Rule");
        thrown.Message.ShouldContain("'row', 'column'");
        Should.Throw<KeyNotFoundException>(() => Segments.Seconds("a", 3).At("row")).Message.ShouldContain("it has none");
    }

    [Fact]
    public void The_cues_cannot_be_changed_from_outside() => (Segments.Seconds("a", 3, cues: [Row]).Cues is NarrationCue[]).ShouldBeFalse();

    [Fact]
    public void Beats_follow_their_weights_and_add_up_to_the_tick()
    {
        var random = new Random(7);
        foreach (var segment in Segments.Random(300, seed: 3, 24000, 44100, 22050))
        {
            var weights = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextDouble() + 0.01).ToArray();
            var beats = segment.Split(weights);
            beats.Count.ShouldBe(weights.Length);
            beats.Sum(beat => beat.Ticks).ShouldBe(segment.Duration.Ticks);
            for (var i = 0; i < beats.Count; i++)
            {
                beats[i].TotalSeconds.ShouldBe(segment.Duration.TotalSeconds * weights[i] / weights.Sum(), 1.5 / segment.SampleRate);
            }
        }
    }

    [Fact]
    public void A_half_and_two_quarters()
    {
        var beats = Segments.Seconds("a", 4).Split(2, 1, 1);
        beats.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public void A_weight_of_zero_is_a_beat_of_no_length() =>
        Segments.Seconds("a", 1).Split(0, 1, 0).ShouldBe([TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.Zero]);

    [Theory]
    [InlineData]
    [InlineData(0.0)]
    [InlineData(1.0, -1.0)]
    [InlineData(2.0, -1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.MaxValue, double.MaxValue)]
    public void Weights_that_cannot_divide_anything_are_refused(params double[] weights) =>
        Should.Throw<ArgumentException>(() => Segments.Seconds("a", 1).Split(weights));

    [Fact]
    public void A_path_lies_under_the_app_or_the_folder_given()
    {
        var segment = Segments.Seconds("Intro.Rule", 1);
        segment.GetFullPath().ShouldBe(Path.Combine(AppContext.BaseDirectory, "narration", "App", "Intro.Rule.wav"));
        segment
            .GetFullPath("out put")
            .ShouldBe(Path.Combine(Environment.CurrentDirectory, "out put", "narration", "App", "Intro.Rule.wav"));
    }

    [Fact]
    public void An_estimated_segment_has_no_file_and_says_why()
    {
        var segment = Segments.Of("Intro.Rule", 24000, isEstimated: true);
        segment.AudioFile.ShouldBeNull();
        segment.AudioHash.ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => segment.GetFullPath()).Message.ShouldContain("'Intro.Rule' has no audio");
        Should.Throw<InvalidOperationException>(() => segment.OpenAudio());
    }

    [Fact]
    public void A_missing_file_is_named_with_the_property_that_may_have_left_it_out()
    {
        var thrown = Should.Throw<FileNotFoundException>(() => Segments.Seconds("Intro.Rule", 1).OpenAudio());
        thrown.FileName.ShouldBe(Segments.Seconds("Intro.Rule", 1).GetFullPath());
        thrown.Message.ShouldContain("NarrationCopyAudio");
    }

    [Fact]
    public void Opening_gives_the_bytes_of_the_file()
    {
        using var folder = new WavFolder();
        var segment = Segments.Of("a", 10);
        folder.Write(segment);
        using var first = segment.OpenAudio(folder.Path);
        using var second = segment.OpenAudio(folder.Path);
        first.Length.ShouldBe(64);
        second.ReadByte().ShouldBe('R');
    }

    [Fact]
    public void Equal_text_does_not_make_equal_segments() => Segments.Seconds("a", 1).Equals(Segments.Seconds("a", 1)).ShouldBeFalse();

    [Fact]
    public void The_text_form_marks_an_estimate()
    {
        Segments.Seconds("a", 1.5).ToString().ShouldBe("a (1.500 s)");
        Segments.Of("a", 36000, isEstimated: true).ToString().ShouldBe("a (about 1.500 s)");
    }

    [Fact]
    public void The_attribute_carries_what_the_author_wrote()
    {
        var attribute = new NarrationAttribute("C_ij")
        {
            Voice = "guest",
            Language = "English",
            SpokenAs = "C i j",
            Id = "x",
        };
        (attribute.Text, attribute.Voice, attribute.Language, attribute.SpokenAs, attribute.Id).ShouldBe(
            ("C_ij", "guest", "English", "C i j", "x")
        );
    }

    [Fact]
    public void An_index_loads_once_and_finds_without_regard_to_case()
    {
        var loads = 0;
        var rule = Segments.Seconds("Scenes.Intro.Rule", 1);
        var index = new NarrationIndex(() =>
        {
            loads++;
            return [rule];
        });
        loads.ShouldBe(0);
        index.All.ShouldBe([rule]);
        index.Find("scenes.intro.RULE").ShouldBeSameAs(rule);
        index.Find("nothing").ShouldBeNull();
        loads.ShouldBe(1);
    }
}
