using System.Globalization;

namespace FlamingHorse.Narration.Testing;

/// <summary>Random numbers that can be drawn again: the seed is printed, and <c>NARRATION_TEST_SEED</c> sets it.</summary>
public static class Seed
{
    /// <summary>A generator from the seed of this run.</summary>
    /// <param name="purpose">What the numbers are for, in the printed line.</param>
    public static Random NewRandom(string purpose)
    {
        var seed = Environment.GetEnvironmentVariable("NARRATION_TEST_SEED") is { Length: > 0 } set
            ? int.Parse(set, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        var line = $"{purpose}: NARRATION_TEST_SEED={seed}";
        if (TestContext.Current.TestOutputHelper is { } output)
        {
            output.WriteLine(line);
        }
        else
        {
            Console.WriteLine(line);
        }

        return new(seed);
    }
}
