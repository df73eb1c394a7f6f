using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

public class SpeechRateTests
{
    private static readonly SpeechRate Default = SpeechRate.Default("English");
    private static readonly SpeechRate Slow = new()
    {
        Syllable = 0.21,
        Pause = 0.55,
        Start = 0.2,
    };

    [Fact]
    public void Without_samples_the_rate_is_the_default()
    {
        SpeechRate.Learn([], "English").ShouldBe(Default);
        SpeechRate.Learn([("…", TimeSpan.FromSeconds(3)), ("Rows", TimeSpan.Zero)], "English").ShouldBe(Default);
    }

    [Fact]
    public void Many_samples_find_the_voices_rate()
    {
        ErrorOf(SpeechRate.Learn(Clips(Slow, 60), "English")).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void One_sample_moves_the_rate_and_does_not_set_it()
    {
        var learned = SpeechRate.Learn(Clips(Slow, 1), "English");

        learned.Syllable.ShouldBeGreaterThan(Default.Syllable * 1.05);
        learned.Syllable.ShouldBeLessThan(Slow.Syllable);
    }

    [Fact]
    public void Each_additional_sample_brings_the_estimate_nearer()
    {
        var errors = ((int[])[0, 2, 6, 20, 60]).Select(count => ErrorOf(SpeechRate.Learn(Clips(Slow, count), "English"))).ToList();

        errors.ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Clips_that_went_wrong_do_not_set_the_pace()
    {
        var clips = Clips(Slow, 40).ToList();
        for (var i = 0; i < clips.Count; i += 8)
            clips[i] = (clips[i].Spoken, TimeSpan.FromSeconds(40));

        ErrorOf(SpeechRate.Learn(clips, "English")).ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Samples_that_are_all_one_text_still_give_a_rate_for_others()
    {
        var learned = SpeechRate.Learn(Enumerable.Repeat(("Row by row.", TimeSpan.FromSeconds(1.5)), 50), "English");

        DurationEstimate.Predict("Row by row.", "English", learned).TotalSeconds.ShouldBe(1.5, 0.1);
        DurationEstimate.Predict(Sentences.All[0], "English", learned).TotalSeconds.ShouldBeInRange(2, 7);
    }

    /// <summary>The same steps in another program, with a solver of a library (numpy), gave these values.</summary>
    [Fact]
    public void The_fit_is_the_one_that_another_program_finds()
    {
        var learned = SpeechRate.Learn(
            [
                ("row row", TimeSpan.FromSeconds(1)),
                ("row, row", TimeSpan.FromSeconds(1.5)),
                ("row. Row", TimeSpan.FromSeconds(2.1)),
                ("x = 2", TimeSpan.FromSeconds(1.4)),
                ("row row", TimeSpan.FromSeconds(6)),
            ],
            "English"
        );

        learned.Syllable.ShouldBe(0.16939805, 1e-7);
        learned.Pause.ShouldBe(0.48847515, 1e-7);
        learned.Start.ShouldBe(0.09420980, 1e-7);
    }

    [Fact]
    public void A_clip_of_a_twentieth_of_a_second_says_nothing_of_a_voice()
    {
        SpeechRate.Learn([("Rows", TimeSpan.FromSeconds(0.35))], "English").ShouldBe(Default);
        SpeechRate.Learn([("Rows", TimeSpan.FromSeconds(0.36))], "English").ShouldNotBe(Default);
    }

    private static IEnumerable<(string Spoken, TimeSpan Duration)> Clips(SpeechRate rate, int count) =>
        Sentences.All.Take(count).Select(text => (text, DurationEstimate.Predict(text, "English", rate)));

    /// <summary>Median over sentences that were not learned from.</summary>
    private static double ErrorOf(SpeechRate learned) =>
        Sentences
            .All.Skip(60)
            .Select(text =>
                Math.Abs(DurationEstimate.Predict(text, "English", learned) / DurationEstimate.Predict(text, "English", Slow) - 1)
            )
            .Order()
            .ElementAt(16);
}
