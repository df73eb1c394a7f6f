using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Synthesis.Tests.Audio;

public sealed class ResamplingTests
{
    [Theory]
    [InlineData(24_000, 48_000)]
    [InlineData(24_000, 44_100)]
    [InlineData(44_100, 24_000)]
    [InlineData(48_000, 22_050)]
    [InlineData(24_000, 24_001)]
    [InlineData(22_050, 768_000)]
    [InlineData(24_000, 96_001)] // too many places for a table
    public void Tabulated_weights_give_the_samples_that_weights_computed_for_each_sample_give(int from, int to)
    {
        var random = new Random(42);
        var signal = new MonoSignal([.. Enumerable.Range(0, 4000).Select(_ => (float)(random.NextDouble() * 1.6 - 0.8))], from);
        var length = (int)(4100L * to / from); // past the end of the signal, where there is nothing left to weigh

        var expected = WavFile.Data(Direct(signal, to, length));
        var actual = WavFile.Data(Resampling.To(signal, to, length));

        var differences = Enumerable
            .Range(0, length)
            .Select(i => Math.Abs(BitConverter.ToInt16(expected, i * 2) - BitConverter.ToInt16(actual, i * 2)))
            .ToList();
        differences.Max().ShouldBe(0);
    }

    [Fact]
    public void A_tone_keeps_its_pitch_and_its_level()
    {
        var resampled = Resampling.To(Signals.Tone(0.5, amplitude: 0.5), 44_100, 22_050);
        var expected = Signals.Tone(0.5, amplitude: 0.5, rate: 44_100).Samples;
        for (var i = 100; i < 21_950; i++)
        {
            resampled.Samples[i].ShouldBe(expected[i], 1e-3f);
        }
    }

    /// <summary>The definition, sine and cosine for each weight.</summary>
    private static MonoSignal Direct(MonoSignal signal, int rate, int length)
    {
        const int crossings = 24;
        var step = signal.SampleRate / (double)rate;
        var band = Math.Min(1, 1 / step);
        var reach = crossings / band;
        var samples = new float[length];
        for (var i = 0; i < length; i++)
        {
            var at = i * step;
            var sum = 0d;
            for (
                var k = Math.Max(0, (int)Math.Ceiling(at - reach));
                k <= Math.Min(signal.Samples.Length - 1, (int)Math.Floor(at + reach));
                k++
            )
            {
                var turn = Math.PI * (at - k) * band;
                var weight = Math.Abs(turn) < 1e-9 ? 1 : Math.Sin(turn) / turn * (0.5 + (0.5 * Math.Cos(turn / crossings)));
                sum += signal.Samples[k] * weight;
            }

            samples[i] = (float)(sum * band);
        }

        return new(samples, rate);
    }
}
