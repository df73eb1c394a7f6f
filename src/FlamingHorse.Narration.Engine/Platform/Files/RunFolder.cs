using Microsoft.Win32.SafeHandles;

namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>
/// A folder of one run's own, for clips in the making. It goes with the run; that of a killed run goes with the next. Its mark lies beside
/// it and is there before and after it, so that no kill leaves a folder of which nobody knows whose it was.
/// </summary>
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
        AtomicFile.CreateFolder(parent, isPrivate: false);
        var mark = TemporaryFileName.NameIn(parent);
        var held = File.OpenHandle(mark, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
        try
        {
            AtomicFile.CreateFolder(Marked(mark), isPrivate: true);
            return new(Marked(mark), held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Checks that a batch of clips has room, so that a full disk is reported as such and not as a failing worker.</summary>
    /// <exception cref="IOException">It has not.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write here.</exception>
    public static void EnsureFreeSpace(string folder)
    {
        using var room = File.OpenHandle(
            System.IO.Path.Combine(folder, Guid.NewGuid().ToString("N")),
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            FileOptions.DeleteOnClose,
            preallocationSize: BatchBytes
        );
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
            if (clock.GetUtcNow().UtcDateTime - Directory.GetCreationTimeUtc(folder) > _oldest)
            {
                Removal.TryFolder(folder);
            }
        }

        foreach (var file in Directory.EnumerateFiles(parent, "*" + TemporaryFileName.Extension))
        {
            TemporaryFileName.RemoveIfAbandonedOrOld(file, clock.GetUtcNow().UtcDateTime, () => Removal.TryFolder(Marked(file)));
        }
    }

    /// <summary>Does its best: a file that something still holds stays for a later sweep.</summary>
    public void Dispose()
    {
        Removal.TryFolder(Path);
        _mark.Dispose();
    }

    private static string Marked(string mark) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(mark)!, Prefix + System.IO.Path.GetFileNameWithoutExtension(mark));
}
