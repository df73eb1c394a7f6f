using System.Security.Cryptography;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>Bytes and times of every file under some paths.</summary>
public sealed class FolderSnapshot
{
    private readonly SortedDictionary<string, (long Ticks, string Hash)> _files = new(StringComparer.Ordinal);

    private FolderSnapshot() { }

    public IEnumerable<string> Files => _files.Keys;

    public static FolderSnapshot Of(params IEnumerable<string> paths)
    {
        var snapshot = new FolderSnapshot();
        foreach (var file in paths.SelectMany(Expand))
        {
            snapshot._files[file] = (File.GetLastWriteTimeUtc(file).Ticks, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
        }

        return snapshot;
    }

    /// <summary>What is new, gone, written again with the same bytes, or changed.</summary>
    public IReadOnlyList<string> ChangesTo(FolderSnapshot later)
    {
        var changes = new List<string>();
        foreach (var file in _files.Keys.Union(later._files.Keys))
        {
            switch (_files.TryGetValue(file, out var was), later._files.TryGetValue(file, out var now))
            {
                case (true, false):
                    changes.Add($"gone: {file}");
                    break;
                case (false, true):
                    changes.Add($"new: {file}");
                    break;
                case (true, true) when was.Hash != now.Hash:
                    changes.Add($"changed: {file}");
                    break;
                case (true, true) when was.Ticks != now.Ticks:
                    changes.Add($"written again: {file}");
                    break;
            }
        }

        return changes;
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
        : File.Exists(path) ? [path]
        : [];
}
