using System.Globalization;

namespace FlamingHorse.Narration.Testing;

/// <summary>How long the slow loops go on, and what they found. <c>build/soak.sh</c> sets both variables.</summary>
public static class Soak
{
    private static readonly Lock _figures = new();

    /// <summary>The part of the full figures to reach: 0 in a plain run of the tests, 1 for all of them.</summary>
    public static double Part { get; } = Variable("NARRATION_SOAK") ?? 0;

    /// <summary>
    /// The part of a plain run's rounds that is enough: 1, except under wine, where a process needs a second to start.
    /// <c>build/test-windows.sh</c> sets the variable.
    /// </summary>
    private static double Sample { get; } = Variable("NARRATION_SAMPLE") ?? 1;

    /// <summary>All of the full figures.</summary>
    public static bool IsFull => Part >= 1;

    /// <summary>
    /// How often to do something that is done <paramref name="full"/> times in the full figures and at least <paramref name="few"/> times.
    /// </summary>
    public static int Rounds(int few, int full) => Math.Max((int)Math.Ceiling(few * Sample), (int)Math.Round(full * Part));

    private static double? Variable(string name) =>
        double.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

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
