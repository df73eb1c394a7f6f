using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>System calls that .NET does not expose.</summary>
[UnsupportedOSPlatform("windows")]
internal static class UnixCalls
{
    public const int SignalTerminate = 15;

    [DllImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Duplicate(int descriptor, int target);

    /// <summary>Replaces this process; returns only on failure.</summary>
    /// <param name="path">The program's path.</param>
    /// <param name="arguments">The first is the program's name; null ends them.</param>
    [DllImport("libc", EntryPoint = "execv", BestFitMapping = false, CharSet = CharSet.Ansi)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Replace(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments
    );

    [DllImport("libc", EntryPoint = "setenv", BestFitMapping = false, CharSet = CharSet.Ansi)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int SetVariable(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string value,
        int overwrite
    );

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint SetHandler(int signal, nint handler);

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int GetParent();

    /// <summary>The version of glibc; 0.0 for another C library.</summary>
    public static Version GlibcVersion
    {
        get
        {
            try
            {
                return Version.TryParse(Marshal.PtrToStringAnsi(GetGlibcVersion()), out var version) ? version : new();
            }
            catch (EntryPointNotFoundException)
            {
                return new();
            }
        }
    }

    [DllImport("libc", EntryPoint = "gnu_get_libc_version")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint GetGlibcVersion();

    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void Exit(int code);
}
