namespace FlamingHorse.Narration.Timing;

/// <summary>A length divided by weight, on whole samples.</summary>
internal static class Weights
{
    /// <summary>
    /// The borders, one more than weights: the first is 0, the last is the length itself, none is before its predecessor.
    /// </summary>
    /// <exception cref="ArgumentException">No weight, a negative or non-finite one, or only zeros.</exception>
    public static long[] Borders(long samples, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        double total = 0;
        foreach (var weight in weights)
        {
            if (!(weight >= 0) || double.IsInfinity(weight))
            {
                throw new ArgumentException("A weight must be a finite number, zero or more.", nameof(weights));
            }

            total += weight;
        }

        if (!(total > 0) || double.IsInfinity(total))
        {
            throw new ArgumentException("At least one weight must be above zero, and their sum finite.", nameof(weights));
        }

        var borders = new long[weights.Length + 1];
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            borders[i + 1] = Math.Min(samples, (long)Math.Floor((samples * (sum / total)) + 0.5));
        }

        borders[weights.Length] = samples;
        return borders;
    }
}
