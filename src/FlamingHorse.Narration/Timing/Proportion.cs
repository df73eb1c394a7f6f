namespace FlamingHorse.Narration.Timing;

/// <summary>
/// <c>value × numerator / denominator</c> of whole, non-negative numbers without loss. Decimal holds 96 bits of mantissa,
/// enough for any sample position times any frame rate; quotients are taken by remainder, never by rounding division.
/// </summary>
internal static class Proportion
{
    public static long Floor(long value, long numerator, long denominator)
    {
        var product = (decimal)value * numerator;
        return (long)((product - (product % denominator)) / denominator);
    }

    public static long Ceiling(long value, long numerator, long denominator)
    {
        var product = (decimal)value * numerator;
        var rest = product % denominator;
        return (long)((product - rest) / denominator) + (rest == 0 ? 0 : 1);
    }

    /// <summary>The nearest whole number, halves up.</summary>
    public static long Nearest(long value, long numerator, long denominator)
    {
        var product = (decimal)value * numerator;
        var rest = product % denominator;
        return (long)((product - rest) / denominator) + (rest * 2 >= denominator ? 1 : 0);
    }
}
