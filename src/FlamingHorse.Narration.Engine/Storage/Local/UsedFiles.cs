using System.Collections.Concurrent;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>The files of a cache that this build found or wrote.</summary>
/// <param name="isReadOnly">Sets no times.</param>
internal sealed class UsedFiles(bool isReadOnly)
{
    private static readonly TimeSpan TouchInterval = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, byte> _paths = new(StringComparer.Ordinal);

    public ICollection<string> Paths => _paths.Keys;

    /// <summary>Notes a file that this build wrote; its time is right.</summary>
    public void Add(string path) => _paths.TryAdd(path, 0);

    /// <summary>Marks a file as used: for this build's eviction at once, for other builds' by its time, at most once a day.</summary>
    public void Mark(FileInfo file)
    {
        if (!_paths.TryAdd(file.FullName, 0) || isReadOnly)
        {
            return;
        }

        // A clock that was ahead left times in the future: those are set right too.
        var now = DateTime.UtcNow;
        if ((now - file.LastWriteTimeUtc).Duration() > TouchInterval)
        {
            try
            {
                file.LastWriteTimeUtc = now;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A read-only cache is read all the same.
            }
        }
    }
}
