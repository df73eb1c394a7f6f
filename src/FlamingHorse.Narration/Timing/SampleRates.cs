namespace FlamingHorse.Narration.Timing;

/// <summary>The rate at which positions of several clips can be counted without loss.</summary>
internal static class SampleRates
{
    /// <summary>Of a timeline that holds no clip; the rate of the models.</summary>
    public const int Default = 24000;

    /// <summary>Leaves room for centuries in 63 bits. All rates in common use together need 7,056,000.</summary>
    private const long Highest = 1_000_000_000;

    /// <summary>The least common multiple of the segments' rates: the rate itself where there is one.</summary>
    /// <exception cref="ArgumentException">The rates have no usable common multiple.</exception>
    public static int Common(IEnumerable<NarrationSegment> segments)
    {
        long common = 0;
        foreach (var segment in segments)
        {
            var rate = segment.SampleRate;
            common = common == 0 ? rate : common / Divisor(common, rate) * rate;
            if (common > Highest)
            {
                throw new ArgumentException(
                    $"The sample rates of these segments have no common multiple up to {Highest}; '{segment.Id}' has {rate}. Synthesize "
                        + $"them at one rate.",
                    nameof(segments)
                );
            }
        }

        return common == 0 ? Default : (int)common;
    }

    /// <summary>The greatest common divisor.</summary>
    public static long Divisor(long left, long right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }
}
