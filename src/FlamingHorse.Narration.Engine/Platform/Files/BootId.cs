using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>
/// A name for the running kernel, from its start to its end: the same in all of its containers, another in a virtual machine, on another
/// machine and after a restart. What holds it knows that a file lock taken by its writer can be seen from here.
/// </summary>
internal static class BootId
{
    /// <summary>In characters.</summary>
    public const int Length = 16;

    private const int UuidLength = 37;

    /// <summary>16 hex digits; null on a system that does not say, and on Windows, where an open file cannot be renamed.</summary>
    public static string? Current { get; } =
        Read() is { Length: > 0 } id ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, Length / 2)) : null;

    private static string? Read()
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()
                : OperatingSystem.IsMacOS() ? ReadMac()
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static string? ReadMac()
    {
        var buffer = new byte[UuidLength];
        var length = (nint)buffer.Length;
        return sysctlbyname("kern.bootsessionuuid\0"u8.ToArray(), buffer, ref length, 0, 0) == 0
            ? Encoding.ASCII.GetString(buffer).TrimEnd('\0')
            : null;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sysctlbyname(byte[] name, byte[] old, ref nint oldLength, nint fresh, nint freshLength);
}
