namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Folders for clips in the making; each run has its own.</summary>
internal static class TemporaryFolders
{
    private static readonly TimeSpan _oldest = TimeSpan.FromDays(1);

    private const string Prefix = "tmp-";
    private const long BatchBytes = 1 << 20;

    /// <summary>A folder that no other run has; not made yet.</summary>
    public static string Name(string parent) => Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"));

    /// <summary>Makes the folder and proves that a batch of clips has room in it, so that a full disk is told as what it is and not as a worker that dies.</summary>
    /// <exception cref="IOException">The disk is full or read-only.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write here.</exception>
    public static void Make(string folder)
    {
        Directory.CreateDirectory(folder);
        using var room = File.OpenHandle(
            Path.Combine(folder, "room"), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose, preallocationSize: BatchBytes);
    }

    /// <summary>Removes what killed runs left behind.</summary>
    public static void Sweep(string parent, TimeProvider clock)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            if (clock.GetUtcNow() - Directory.GetCreationTimeUtc(folder) > _oldest)
            {
                Remove(folder);
            }
        }
    }

    /// <summary>Does its best: a file that something still holds stays for the next sweep.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Left behind; swept a day later.
        }
    }
}
