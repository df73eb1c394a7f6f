namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>
/// Memory that native libraries gave back. glibc returns large blocks to the system at once, so that every call of whisper.cpp, which makes
/// and frees its whole state, has each page of it cleared anew by the kernel: a fifth of the call's processor time.
/// </summary>
internal static class FreedMemory
{
    // malloc.h of glibc.
    private const int TrimThreshold = -1;
    private const int MostMappings = -4;

    /// <summary>It stays with the process for the next call. Other C libraries keep their own rule.</summary>
    public static void Keep()
    {
        if (OperatingSystem.IsLinux() && UnixCalls.GlibcVersion > new Version())
        {
            _ = UnixCalls.SetAllocator(MostMappings, 0);
            _ = UnixCalls.SetAllocator(TrimThreshold, int.MaxValue);
        }
    }
}
