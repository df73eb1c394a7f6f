namespace FlamingHorse.Narration.Build.State;

/// <summary>What a file looked like: enough to notice a replacement, also by an older file of the same size.</summary>
/// <remarks>
/// A class, as everything else that an unchanged build puts into a collection: collections of references come compiled with the
/// runtime, those of a struct of ours would be compiled anew in every build, which takes longer than the check itself.
/// </remarks>
/// <param name="Length">Bytes; -1 when there was no file.</param>
/// <param name="Modified">UTC ticks of the last write.</param>
/// <param name="Content">CRC-32C of the bytes; 0 where the content is not compared.</param>
internal sealed record FileStamp(long Length, long Modified, uint Content = 0)
{
    public static readonly FileStamp Absent = new(-1, 0);

    /// <summary>Length and time only; one call to the file system.</summary>
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(file.Length, file.LastWriteTimeUtc.Ticks) : Absent;
    }

    /// <summary>Length, time and content. A file that cannot be read counts as absent; whatever needs it reports why.</summary>
    public static FileStamp WithContent(string path)
    {
        var stamp = Of(path);
        try
        {
            return stamp.Length < 0 ? stamp : stamp with { Content = Checksum.OfFile(path) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Absent;
        }
    }

    /// <summary>Same bytes, whatever the time says: a checkout touches files that it does not change.</summary>
    public bool IsSameContent(FileStamp other) => Length == other.Length && Content == other.Content;

    /// <summary>
    /// Could the file change again without its stamp changing? Clocks of file systems tick in milliseconds or, on some, in
    /// seconds, so a file written within a tick of being read can look unchanged.
    /// </summary>
    public bool IsDoubtful(DateTime readAtUtc)
    {
        var tick = Modified % TimeSpan.TicksPerSecond == 0 ? 2 * TimeSpan.TicksPerSecond : 20 * TimeSpan.TicksPerMillisecond;
        return Length >= 0 && readAtUtc.Ticks - Modified < tick;
    }
}
