using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>The estimate against real voices: an error that is not measured is not known.</summary>
public class EstimateErrorTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("flite slt")]
    [InlineData("flite rms")]
    [InlineData("espeak-ng en-us")]
    public void Half_of_the_learned_estimates_are_within_10_percent_of_the_voice(string voice)
    {
        var clips = Sentences.SpokenBy(voice);
        var (known, heldOut) = (clips.Where((_, i) => i % 2 == 0).ToList(), clips.Where((_, i) => i % 2 == 1).ToList());

        var byDefault = Errors(heldOut, SpeechRate.Default("English"));
        output.WriteLine($"{voice, -16} default        {Summary(byDefault)}");
        foreach (var count in (int[])[1, 3, 6, 12, 24, known.Count])
        {
            output.WriteLine(
                $"{voice, -16} learned from {count, 2} {Summary(Errors(heldOut, SpeechRate.Learn(known.Take(count), "English")))}"
            );
        }

        var learned = Errors(heldOut, SpeechRate.Learn(known, "English"));
        Quantile(learned, 0.5).ShouldBeLessThan(0.1);
        Quantile(learned, 0.9).ShouldBeLessThan(0.2);
        Quantile(byDefault, 0.5).ShouldBeLessThan(0.25);
    }

    /// <summary>Some sentences in a plain run, all with <c>NARRATION_SOAK=1</c>.</summary>
    [Theory]
    [Trait("Needs", "flite and espeak-ng")]
    [InlineData("flite slt")]
    [InlineData("flite rms")]
    [InlineData("espeak-ng en-us")]
    public void The_recorded_lengths_are_those_of_the_voice(string voice)
    {
        var clips = Sentences.SpokenBy(voice);
        var step = clips.Count / Soak.Rounds(6, clips.Count);
        var faults = clips
            .Where((_, i) => i % step == 0)
            .AsParallel()
            .Select(clip => (clip.Spoken, Recorded: clip.Duration, Now: SystemVoice.Speak(voice, clip.Spoken)))
            .Where(clip => Math.Abs((clip.Now - clip.Recorded).TotalMilliseconds) > 20)
            .Select(clip => $"{clip.Spoken}: {clip.Now.TotalMilliseconds:0} ms, recorded {clip.Recorded.TotalMilliseconds:0}");
        faults.ShouldBeEmpty();
    }

    private static List<double> Errors(IEnumerable<(string Spoken, TimeSpan Duration)> clips, SpeechRate rate) =>
        [.. clips.Select(clip => Math.Abs(DurationEstimate.Predict(clip.Spoken, "English", rate) / clip.Duration - 1)).Order()];

    private static string Summary(List<double> errors) =>
        $"median {Quantile(errors, 0.5), 5:P1}  90th percentile {Quantile(errors, 0.9), 5:P1}";

    private static double Quantile(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];
}
