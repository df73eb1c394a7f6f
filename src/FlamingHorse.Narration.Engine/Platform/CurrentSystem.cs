namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>The system that this process runs on.</summary>
public static class CurrentSystem
{
    public static SystemFamily Family { get; } =
        OperatingSystem.IsWindows() ? SystemFamily.Windows
        : OperatingSystem.IsMacOS() ? SystemFamily.MacOS
        : SystemFamily.Linux;
}
