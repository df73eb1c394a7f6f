using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>System calls that .NET does not expose.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsCalls
{
    public const int StandardOutput = -11;
    public const uint SameAccess = 2;
    public const int ExtendedLimitInformation = 9;
    public const uint KillOnJobClose = 0x2000;

    [StructLayout(LayoutKind.Sequential)]
    public struct JobLimits
    {
        public long PerProcessUserTimeLimit;
        public long PerJobUserTimeLimit;
        public uint LimitFlags;
        public nuint MinimumWorkingSetSize;
        public nuint MaximumWorkingSetSize;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WriteBytes;
        public ulong OtherBytes;
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemoryUsed;
        public nuint PeakJobMemoryUsed;
    }

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern nint GetStdHandle(int which);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern nint GetCurrentProcess();

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern int DuplicateHandle(nint from, nint handle, nint to, out nint copy, uint access, int isInherited, uint options);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern int TerminateProcess(nint process, uint code);

    /// <summary>Duplicates a descriptor of the C library that native code prints with.</summary>
    [DllImport("ucrtbase", EntryPoint = "_dup2", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern int DuplicateDescriptor(int descriptor, int target);

    [DllImport("kernel32", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern nint CreateJobObjectW(nint attributes, string? name);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern int SetInformationJobObject(nint job, int kind, ref JobLimits limits, int length);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern int AssignProcessToJobObject(nint job, nint process);
}
