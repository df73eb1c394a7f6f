using System.Globalization;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Benchmark;

/// <summary>One build.</summary>
/// <param name="Elapsed">Of the whole command, with the start of the CLI.</param>
/// <param name="Build">By the binary log.</param>
/// <param name="InOurTargets">By the binary log: the sum over the package's own targets.</param>
/// <param name="Peak">The line about the engine's memory; null where none spoke.</param>
internal sealed record Measurement(TimeSpan Elapsed, TimeSpan Build, TimeSpan InOurTargets, string? Peak)
{
    /// <summary>Null where the engine did not tell.</summary>
    public double? PeakGibibytes =>
        Peak is { } line && Regex.Match(line, "peak memory ([0-9.]+) GiB") is { Success: true } told
            ? double.Parse(told.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;
}
