using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>The folder for entries of a cache that do not hold what they should.</summary>
/// <param name="layout">The cache.</param>
/// <param name="notices">Counts the entries.</param>
/// <param name="isReadOnly">Leaves every entry where it is.</param>
internal sealed class Quarantine(StoreLayout layout, StoreWarnings notices, bool isReadOnly)
{
    /// <summary>Moves what cannot be used out of the way, so that a sound entry can take its place.</summary>
    public void Add(string path)
    {
        if (isReadOnly)
        {
            return;
        }

        notices.Count(StoreFindings.EntryCorrupt, n =>
            $"{(n == 1 ? "1 entry of the narration cache was" : $"{n} entries of the narration cache were")} corrupt and moved to "
            + $"'{layout.Quarantine}'. Corrupt entries count as missing. If this happens again, check the disk."
        );
        try
        {
            AtomicFile.CreateFolder(layout.Quarantine, isPrivate: true);
            var target = Path.Combine(layout.Quarantine, Path.GetFileName(path) + "." + Guid.NewGuid().ToString("N")[..8]);
            if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
            {
                Directory.Move(path, target);
            }
            else
            {
                File.Move(path, target);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays where it is, and stays a miss.
        }
    }
}
