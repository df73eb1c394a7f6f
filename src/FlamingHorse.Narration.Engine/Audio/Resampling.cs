using System.Numerics;

namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>Another rate for the same sound, by interpolation with a windowed sinc. Pure: every machine makes the same samples.</summary>
public static class Resampling
{
    // Zero crossings on each side; with this window what lies beyond the band is below the noise of 16 bits for speech.
    private const int Crossings = 24;

    /// <summary>32 MiB of weights. Rates of which more would be needed have no common divisor to speak of.</summary>
    private const int MostWeights = 1 << 22;

    /// <param name="signal">As it is.</param>
    /// <param name="rate">Hz.</param>
    /// <param name="length">Samples to make: what the timeline has room for.</param>
    public static MonoSignal To(MonoSignal signal, int rate, int length)
    {
        // Going down, the band ends at the new rate's half.
        var band = Math.Min(1, rate / (double)signal.SampleRate);
        var reach = Crossings / band;
        // New samples fall between the old ones at the same few places over and over: the weights of each place are computed once.
        var step = (int)BigInteger.GreatestCommonDivisor(signal.SampleRate, rate);
        var phases = rate / step;
        var table = phases * (2 * reach + 1) <= MostWeights ? new Phase?[phases] : [];
        var samples = new float[length];
        for (var i = 0; i < length; i++)
        {
            var (whole, rest) = Math.DivRem(i * (long)signal.SampleRate, rate);
            var phase =
                table.Length == 0
                    ? Phase.Of(rest / (double)rate, reach, band)
                    : table[rest / step] ??= Phase.Of(rest / (double)rate, reach, band);
            samples[i] = (float)(phase.Sum(signal.Samples, whole) * band);
        }

        return new(samples, rate);
    }

    private static double Kernel(double x)
    {
        if (Math.Abs(x) < 1e-9)
        {
            return 1;
        }

        var turn = Math.PI * x;
        return Math.Sin(turn) / turn * (0.5 + (0.5 * Math.Cos(turn / Crossings)));
    }

    /// <summary>The weights of the old samples around a new one.</summary>
    /// <param name="First">The first of them, counted from the old sample at or before the new one.</param>
    /// <param name="Weights">One for each, the first's first.</param>
    private sealed record Phase(int First, double[] Weights)
    {
        /// <param name="fraction">Where the new sample lies between two old ones, from 0 to 1.</param>
        /// <param name="reach">Old samples on each side.</param>
        /// <param name="band">As a share of the old rate's.</param>
        public static Phase Of(double fraction, double reach, double band)
        {
            var first = (int)Math.Ceiling(fraction - reach);
            var last = (int)Math.Floor(fraction + reach);
            return new(first, [.. Enumerable.Range(first, last - first + 1).Select(k => Kernel((fraction - k) * band))]);
        }

        public double Sum(ReadOnlySpan<float> samples, long at)
        {
            var first = at + First;
            var from = (int)Math.Clamp(-first, 0, Weights.Length);
            var to = (int)Math.Clamp(samples.Length - first, from, Weights.Length);
            var weights = Weights.AsSpan(from, to - from);
            var sum = 0d;
            for (var k = 0; k < weights.Length; k++)
            {
                sum += samples[(int)(first + from) + k] * weights[k];
            }

            return sum;
        }
    }
}
