using System.Globalization;

namespace FlamingHorse.Narration.Testing;

/// <summary>
/// How busy this machine is with other things, for tests of time: they print what they measured and are strict on a quiet machine.
/// </summary>
public static class MachineLoad
{
    /// <summary>Processes that want to run, over the last minute; 0 where the system does not tell.</summary>
    public static double Now =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : 0;

    /// <summary>The factor on a limit of time: 1 on a machine with a processor to spare.</summary>
    public static double Allowance => Math.Max(1, 2 * Now / Environment.ProcessorCount);

    /// <summary>A limit of time as it holds on this machine now.</summary>
    public static TimeSpan Stretch(TimeSpan limit) => limit * Allowance;

    public static bool IsQuiet => Now <= Environment.ProcessorCount;
}
