namespace FlamingHorse.Narration.Benchmark;

/// <summary>How times are told.</summary>
internal static class Figures
{
    public static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds:0.0} ms";

    public static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.0} s";

    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
