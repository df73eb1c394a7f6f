using Microsoft.Win32.SafeHandles;

namespace FlamingHorse.Narration.Engine.Files;

/// <summary>A folder of one run's own, for clips in the making. It goes with the run; that of a killed run goes with the next.</summary>
internal sealed class RunFolder : IDisposable
{
    private const string Prefix = "tmp-";
    private const long BatchBytes = 1 << 20;
    private static readonly TimeSpan _oldest = TimeSpan.FromDays(1);

    private readonly SafeFileHandle _mark;

    private RunFolder(string path, SafeFileHandle mark) => (Path, _mark) = (path, mark);

    public string Path { get; }

    /// <summary>Makes a folder that no other run has.</summary>
    /// <exception cref="IOException">The disk is full or read-only.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write here.</exception>
    public static RunFolder Make(string parent)
    {
        var path = System.IO.Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"));
        try
        {
            AtomicFile.CreateFolder(path, isPrivate: true);
            return new(path, File.OpenHandle(Unfinished.NameIn(path), FileMode.CreateNew, FileAccess.Write, FileShare.None));
        }
        catch
        {
            Remove(path);
            throw;
        }
    }

    /// <summary>Proves that a batch of clips has room, so that a full disk is told as what it is and not as a worker that fails.</summary>
    /// <exception cref="IOException">It has not.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write here.</exception>
    public static void ProveRoom(string folder)
    {
        using var room = File.OpenHandle(
            System.IO.Path.Combine(folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose, preallocationSize: BatchBytes);
    }

    /// <summary>Removes what killed runs left: at once where the run is certainly dead, a day later where that cannot be told.</summary>
    public static void Sweep(string parent, TimeProvider clock)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            if (clock.GetUtcNow() - Directory.GetCreationTimeUtc(folder) > _oldest || IsAbandoned(folder))
            {
                Remove(folder);
            }
        }

        foreach (var file in Directory.EnumerateFiles(parent, "*" + Unfinished.Extension))
        {
            Unfinished.RemoveIfAbandoned(file);
        }
    }

    /// <summary>Does its best: a file that something still holds stays for a later sweep.</summary>
    public void Dispose()
    {
        Remove(Path);
        _mark.Dispose();
    }

    private static bool IsAbandoned(string folder) => Directory.EnumerateFiles(folder, "*" + Unfinished.Extension).Any(Unfinished.RemoveIfAbandoned);

    private static void Remove(string folder)
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
