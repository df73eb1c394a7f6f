namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>Programme loudness by ITU-R BS.1770-4: K-weighted power in blocks of 400 ms, three quarters overlapping, gated twice.</summary>
internal static class IntegratedLoudness
{
    private const double Offset = -0.691;
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;

    /// <summary>LUFS of one channel; null where no block is loud or long enough to count.</summary>
    public static double? Measure(ReadOnlySpan<float> samples, int sampleRate)
    {
        var powers = BlockPowers(samples, sampleRate);
        var audible = powers.Where(power => Level(power) > AbsoluteGate).ToArray();
        if (audible.Length == 0)
        {
            return null;
        }

        var gate = Level(audible.Average()) + RelativeGate;
        return Level(audible.Where(power => Level(power) > gate).Average());
    }

    private static double Level(double power) => Offset + Decibels.FromPower(power);

    /// <summary>Mean squares of the blocks, from sums over steps of 100 ms.</summary>
    private static List<double> BlockPowers(ReadOnlySpan<float> samples, int sampleRate)
    {
        var step = (int)Math.Round(sampleRate * 0.1);
        var weighting = new KWeighting(sampleRate);
        var steps = new List<double>(samples.Length / step + 1);
        var sum = 0d;
        for (var i = 0; i < samples.Length; i++)
        {
            var weighted = weighting.Next(samples[i]);
            sum += weighted * weighted;
            if ((i + 1) % step == 0)
            {
                steps.Add(sum);
                sum = 0;
            }
        }

        var powers = new List<double>(steps.Count);
        for (var i = 3; i < steps.Count; i++)
        {
            powers.Add((steps[i] + steps[i - 1] + steps[i - 2] + steps[i - 3]) / (4d * step));
        }

        return powers;
    }
}
