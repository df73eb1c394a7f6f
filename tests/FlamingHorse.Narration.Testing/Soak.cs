using System.Globalization;

namespace FlamingHorse.Narration.Testing;

/// <summary>How long the slow loops go on, and what they found. <c>build/soak.sh</c> sets both variables.</summary>
public static class Soak
{
    private static readonly Lock _figures = new();

    /// <summary>The part of the full figures to reach: 0 in a plain run of the tests, 1 for all of them.</summary>
    public static double Part { get; } =
        double.TryParse(
            Environment.GetEnvironmentVariable("NARRATION_SOAK"),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var part
        )
            ? part
            : 0;

    /// <summary>All of the full figures.</summary>
    public static bool IsFull => Part >= 1;

    /// <summary>
    /// How often to do something that is done <paramref name="full"/> times in the full figures and at least <paramref name="few"/> times.
    /// </summary>
    public static int Rounds(int few, int full) => Math.Max(few, (int)Math.Round(full * Part));

    /// <summary>A line of the table.</summary>
    public static void Record(string what, string found)
    {
        Console.WriteLine($"{what}: {found}");
        if (Environment.GetEnvironmentVariable("NARRATION_SOAK_FIGURES") is { Length: > 0 } path)
        {
            lock (_figures)
            {
                File.AppendAllText(path, $"| {what} | {found} |\n");
            }
        }
    }
}
