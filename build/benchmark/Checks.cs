namespace FlamingHorse.Narration.Benchmark;

/// <summary>A figure of a build that failed is worth nothing.</summary>
internal static class Checks
{
    public static void MustBeZero(this int exitCode, string output)
    {
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"dotnet failed with {exitCode}:\n{output}");
        }
    }

    public static TimeSpan Median(this IEnumerable<TimeSpan> times) =>
        times.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : default;

    public static double Median(this IEnumerable<double> figures) => figures.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
