namespace FlamingHorse.Narration.Tests;

public class TimelineTests
{
    private static readonly NarrationSegment Welcome = Segments.Seconds("Welcome", 2);
    private static readonly NarrationSegment Rule = Segments.Seconds(
        "Rule",
        3,
        cues: [new("row", TimeSpan.FromSeconds(1), true), new("column", TimeSpan.FromSeconds(2), true)]
    );
    private static readonly NarrationTimeline Lesson = NarrationTimeline.Sequence(
        new()
        {
            Gap = Sec(0.4),
            LeadIn = Sec(0.5),
            LeadOut = Sec(1),
        },
        Welcome,
        Rule,
        Welcome
    );

    [Fact]
    public void Entries_follow_each_other_with_the_silence_asked_for()
    {
        Lesson.Entries.Select(entry => entry.Start).ShouldBe([Sec(0.5), Sec(2.9), Sec(6.3)]);
        Lesson.Entries.Select(entry => entry.End).ShouldBe([Sec(2.5), Sec(5.9), Sec(8.3)]);
        Lesson.Entries.Select(entry => entry.GapAfter).ShouldBe([Sec(0.4), Sec(0.4), Sec(1)]);
        Lesson.Duration.ShouldBe(Sec(9.3));
        Lesson.SampleCount.ShouldBe(223_200);
        Lesson.SampleRate.ShouldBe(24000);
    }

    [Fact]
    public void A_segment_may_occur_twice_and_is_found_at_its_first_place()
    {
        Lesson[Welcome].Index.ShouldBe(0);
        Lesson[Rule].Start.ShouldBe(Sec(2.9));
        Lesson.Entries[2].Segment.ShouldBeSameAs(Welcome);
        Should.Throw<KeyNotFoundException>(() => Lesson[Segments.Seconds("Other", 1)]).Message.ShouldContain("Other");
    }

    [Fact]
    public void An_entry_can_be_deconstructed_in_a_loop()
    {
        var lines = new List<string>();
        foreach (var (segment, start, duration) in Lesson.Entries)
        {
            lines.Add($"{segment.Id} {start.TotalSeconds:0.0} {duration.TotalSeconds:0.0}");
        }

        lines.ShouldBe(["Welcome 0.5 2.0", "Rule 2.9 3.0", "Welcome 6.3 2.0"]);
    }

    [Fact]
    public void Cues_and_speech_move_with_their_entry()
    {
        var entry = Lesson[Rule];
        entry.At("row").ShouldBe(new NarrationCue("row", Sec(3.9), true));
        entry.Cues.Select(cue => cue.At).ShouldBe([Sec(3.9), Sec(4.9)]);
        entry.Cues.ShouldBeSameAs(entry.Cues);
        entry.SpeechStart.ShouldBe(Sec(2.9));
        entry.SpeechEnd.ShouldBe(Sec(5.9));
        Lesson[Welcome].Cues.ShouldBeEmpty();
    }

    [Fact]
    public void Beats_of_an_entry_lie_on_the_timeline_without_a_gap()
    {
        var beats = Lesson[Rule].Split(1, 1, 1);
        beats[0].Start.ShouldBe(Lesson[Rule].Start);
        beats[1].Start.ShouldBe(beats[0].End);
        beats[2].End.ShouldBe(Lesson[Rule].End);
        beats[1].Duration.ShouldBe(Sec(1));
    }

    [Theory]
    [InlineData(0, null, 0, 0.5)]
    [InlineData(0.5, 0, 0, 2)]
    [InlineData(2.4, 0, 1.9, 0.1)]
    [InlineData(2.5, null, 0, 0.4)]
    [InlineData(2.8, null, 0.3, 0.1)]
    [InlineData(2.9, 1, 0, 3)]
    [InlineData(6.3, 2, 0, 2)]
    [InlineData(8.3, null, 0, 1)]
    [InlineData(9.3, null, 1, 0)]
    [InlineData(20, null, 11.7, 0)]
    public void A_moment_is_an_entry_or_a_gap(double time, int? index, double offset, double remaining)
    {
        var moment = Lesson.At(Sec(time));
        moment.Entry?.Index.ShouldBe(index!.Value);
        moment.IsGap.ShouldBe(index is null);
        moment.Offset.ShouldBe(Sec(offset));
        moment.Remaining.ShouldBe(Sec(remaining));
        var (entry, since) = moment;
        (entry, since).ShouldBe((moment.Entry, moment.Offset));
    }

    [Fact]
    public void A_moment_knows_what_comes_next()
    {
        Lesson.At(Sec(0)).Next.ShouldBeSameAs(Lesson.Entries[0]);
        Lesson.At(Sec(1)).Next.ShouldBeSameAs(Lesson.Entries[1]);
        Lesson.At(Sec(7)).Next.ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => Lesson.At(Sec(-1)));
    }

    [Fact]
    public void Every_start_is_in_its_entry_and_every_end_is_not()
    {
        var timeline = NarrationTimeline.Sequence(new() { Gap = Sec(0.0001) }, Segments.Random(500, seed: 5, 24000, 22050, 44100));
        foreach (var entry in timeline.Entries)
        {
            timeline.At(entry.Start).Entry.ShouldBeSameAs(entry);
            timeline.At(entry.End).Entry.ShouldNotBeSameAs(entry);
        }
    }

    [Fact]
    public void Remaining_counts_down_to_zero()
    {
        Lesson.Remaining(Sec(9)).ShouldBe(Sec(0.3));
        Lesson.Remaining(Sec(10)).ShouldBe(TimeSpan.Zero);
        Should.Throw<ArgumentOutOfRangeException>(() => Lesson.Remaining(Sec(-1)));
    }

    [Fact]
    public void A_scene_waits_for_what_is_left_of_its_narration()
    {
        Lesson.Wait(Lesson[Rule], Sec(1.2)).ShouldBe(Sec(1.8));
        Lesson.Wait(Lesson[Rule], Sec(3)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_scene_that_overruns_its_narration_says_by_how_much()
    {
        var thrown = Should.Throw<NarrationOverrunException>(() => Lesson.Wait(Lesson[Rule], Sec(3.25)));
        thrown.Overrun.ShouldBe(Sec(0.25));
        thrown.Entry.ShouldBeSameAs(Lesson[Rule]);
        thrown.Message.ShouldContain("'Rule' uses 3.250 s, its narration lasts 3.000 s: 0.250 s too long");
        Should.Throw<ArgumentOutOfRangeException>(() => Lesson.Wait(Lesson[Rule], Sec(-1)));
    }

    [Fact]
    public void An_entry_of_another_timeline_is_refused()
    {
        var other = Lesson.Then(Rule);
        Should.Throw<ArgumentException>(() => Lesson.Wait(other.Entries[0], Sec(0)));
        Should.Throw<ArgumentException>(() => Lesson.Frames(other.Entries[3], new FrameRate(60)));
    }

    [Fact]
    public void Then_puts_a_segment_before_the_lead_out_and_leaves_the_old_timeline_alone()
    {
        var longer = Lesson.Then(Rule, Sec(2)).Then(Welcome);
        longer.Entries[3].Start.ShouldBe(Sec(10.3));
        longer.Entries[4].Start.ShouldBe(Sec(13.7));
        longer.Duration.ShouldBe(Sec(16.7));
        Lesson.Entries.Count.ShouldBe(3);
        Should.Throw<ArgumentOutOfRangeException>(() => Lesson.Then(Rule, Sec(-1)));
    }

    [Fact]
    public void Then_on_nothing_is_a_sequence_of_one()
    {
        var grown = NarrationTimeline.Sequence(new() { LeadIn = Sec(1), Gap = Sec(5) }).Then(Rule);
        grown[Rule].Start.ShouldBe(Sec(1));
        grown.Duration.ShouldBe(Sec(4));
    }

    [Fact]
    public void Scenes_join_with_their_own_silences()
    {
        var scene = NarrationTimeline.Sequence(
            new()
            {
                Gap = Sec(1),
                LeadIn = Sec(0.25),
                LeadOut = Sec(0.75),
            },
            Rule,
            Welcome
        );
        var film = Lesson.Then(scene, Sec(2)).Then(Welcome, Sec(0));
        film.Entries[3].Start.ShouldBe(Lesson.Duration + Sec(2.25));
        film.Entries[4].Start.ShouldBe(Lesson.Duration + Sec(6.25));
        film.Entries[5].Start.ShouldBe(Lesson.Duration + Sec(8.25));
        film.Duration.ShouldBe(Lesson.Duration + Sec(11));
    }

    [Fact]
    public void Joining_with_an_empty_scene_adds_its_silence()
    {
        var pause = NarrationTimeline.Sequence(new() { LeadIn = Sec(1), LeadOut = Sec(2) });
        pause.Duration.ShouldBe(Sec(3));
        Lesson.Then(pause, Sec(0.5)).Duration.ShouldBe(Lesson.Duration + Sec(3.5));
        pause.Then(Lesson, Sec(0.5)).Duration.ShouldBe(Lesson.Duration + Sec(3.5));
        pause.Then(Lesson, Sec(0.5)).Entries[0].Start.ShouldBe(Sec(4));
        pause.Then(pause).Duration.ShouldBe(Sec(6));
    }

    [Fact]
    public void An_empty_timeline_is_silence()
    {
        var empty = NarrationTimeline.Sequence(new());
        empty.Duration.ShouldBe(TimeSpan.Zero);
        empty.Entries.ShouldBeEmpty();
        empty.IsEstimated.ShouldBeFalse();
        empty.At(TimeSpan.Zero).IsGap.ShouldBeTrue();
        empty.Frames(new FrameRate(60)).ShouldBe(new NarrationFrames(0, 0));
    }

    [Fact]
    public void One_estimate_makes_the_timeline_an_estimate() =>
        Lesson.Then(Segments.Of("Guess", 100, isEstimated: true)).IsEstimated.ShouldBeTrue();

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => NarrationTimeline.Sequence(new() { Gap = Sec(-1) }, Rule));
        Should.Throw<ArgumentOutOfRangeException>(() => NarrationTimeline.Sequence(new() { LeadIn = Sec(-1), LeadOut = Sec(2) }, Rule));
        Should.Throw<ArgumentOutOfRangeException>(() => NarrationTimeline.Sequence(new() { LeadIn = Sec(2), LeadOut = Sec(-1) }, Rule));
        Should.Throw<ArgumentException>(() => NarrationTimeline.Sequence(new(), Rule, null!)).Message.ShouldContain("index 1");
        Should.Throw<ArgumentNullException>(() => NarrationTimeline.Sequence(null!, Rule));
    }

    [Fact]
    public void Clips_of_different_rates_lie_exactly_behind_each_other()
    {
        var segments = Segments.Random(400, seed: 11, 24000, 22050, 44100, 48000, 16000).ToArray();
        var timeline = NarrationTimeline.Sequence(new(), segments);
        timeline.SampleRate.ShouldBe(7_056_000);
        decimal seconds = 0;
        foreach (var entry in timeline.Entries)
        {
            (entry.StartSample / (decimal)timeline.SampleRate).ShouldBe(seconds, 1e-15m);
            seconds += entry.Segment.SampleCount / (decimal)entry.Segment.SampleRate;
        }
    }

    [Fact]
    public void Rates_without_a_usable_common_multiple_are_refused() =>
        Should
            .Throw<ArgumentException>(() => NarrationTimeline.Sequence(new(), Segments.Of("a", 1, 44101), Segments.Of("b", 1, 47999)))
            .Message.ShouldContain("'b' has 47999");

    private static TimeSpan Sec(double seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
}
