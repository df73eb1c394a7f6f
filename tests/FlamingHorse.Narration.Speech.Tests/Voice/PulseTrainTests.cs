using FlamingHorse.Narration.Speech.Voice.Sound;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

public sealed class PulseTrainTests
{
    [Fact]
    public void It_is_the_sum_of_the_harmonics_up_to_11_kHz()
    {
        const double F0 = 200;
        var samples = Make([.. Enumerable.Repeat((float)F0, 8)]);

        for (var n = 0; n < samples.Length; n++)
        {
            var phase = 2 * Math.PI * F0 * (n + 1) / 24000;
            var sum = Enumerable.Range(1, 55).Sum(h => Math.Cos(h * phase));
            samples[n].ShouldBe((float)sum, 1e-4f, $"sample {n}");
        }
    }

    [Fact]
    public void At_a_whole_number_of_turns_it_is_the_number_of_harmonics()
    {
        var samples = Make([.. Enumerable.Repeat(250f, 4)]); // 96 samples a turn: each 96th has all cosines at 1

        samples[95].ShouldBe(44);
        samples[191].ShouldBe(44);
    }

    [Fact]
    public void Unvoiced_stretches_are_silent_and_the_phase_goes_on_through_them()
    {
        var samples = Make([200, 200, 0, 0, 0, 200, 200]);

        samples.AsSpan(2 * 300 + 150, 600).ToArray().ShouldAllBe(sample => sample == 0);
        samples[^1].ShouldNotBe(0);
    }

    [Fact]
    public void Pitch_is_interpolated_between_the_centres_of_frames()
    {
        // 100 Hz to 300 Hz: half-way between the centres (samples 149.5 and 449.5) the pitch is 200 Hz.
        var samples = Make([100, 300]);
        var cycles = 0.0;
        for (var n = 0; n <= 300; n++)
        {
            cycles += Math.Clamp(100 + 200 * ((n + 0.5) / 300 - 0.5), 100, 300) / 24000;
        }

        var h = Math.Floor(11000 / (100 + 200 * (300.5 / 300 - 0.5)));
        var t = 2 * Math.PI * cycles;
        samples[300].ShouldBe((float)(Math.Sin((h + 0.5) * t) / (2 * Math.Sin(t / 2)) - 0.5), 1e-4f);
    }

    private static float[] Make(float[] f0)
    {
        var samples = new float[f0.Length * 300];
        samples.AsSpan().Fill(float.NaN); // every sample is written
        new PulseTrain(300, 24000).Make(f0, samples);
        return samples;
    }
}
