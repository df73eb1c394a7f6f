namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>
/// Operating systems whose ways differ. A decision that depends on one takes it as a value, so that each is tested on every system.
/// </summary>
public enum SystemFamily
{
    /// <summary>Linux, and every other Unix that is not macOS.</summary>
    Linux,
    MacOS,
    Windows,
}
