namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>
/// Operating systems that behave differently. A decision that depends on the system takes this as a value, so that every case is tested on
/// every system.
/// </summary>
public enum SystemFamily
{
    /// <summary>Linux, and every other Unix that is not macOS.</summary>
    Linux,
    MacOS,
    Windows,
}
