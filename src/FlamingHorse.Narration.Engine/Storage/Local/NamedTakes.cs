using System.Text;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>
/// Which takes of a cache some lock names, or named once: those are the last to leave it, since a take cannot be made again. What was there
/// before anybody kept count counts as named.
/// </summary>
/// <param name="layout">The cache.</param>
public sealed class NamedTakes(StoreLayout layout)
{
    private const string Before = "before";

    /// <summary>Starts the list if there is none; whatever the cache already contains was stored by older packages.</summary>
    /// <param name="isNew">Nothing was there.</param>
    public void Begin(bool isNew)
    {
        if (!Directory.Exists(layout.Version) || File.Exists(PathOf(Before)))
        {
            return;
        }

        var contents =
            !isNew && Directory.Exists(layout.Contents)
                ? Directory.EnumerateFiles(layout.Contents, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path))
                : [];
        Write(Before, "what was here before this list", contents.Where(Digest.IsHash));
    }

    /// <summary>Notes what a lock names. What it named earlier stays noted: another branch may name it again.</summary>
    /// <param name="lockPath">Absolute; the list says whose it is.</param>
    /// <param name="audio">SHA-256 of its takes.</param>
    public void Note(string lockPath, IReadOnlyCollection<string> audio)
    {
        var name = Digest.HashOf(Encoding.UTF8.GetBytes(lockPath))[..32];
        var known = Read(name);
        var count = known.Count;
        known.UnionWith(audio.Where(Digest.IsHash));
        if (known.Count > count)
        {
            Write(name, lockPath, known);
        }
    }

    /// <summary>SHA-256 of all audio that is or was named, or may have been.</summary>
    public IReadOnlySet<string> ReadAll()
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        if (Directory.Exists(layout.Named))
        {
            foreach (var file in Directory.EnumerateFiles(layout.Named))
            {
                all.UnionWith(Read(Path.GetFileName(file)));
            }
        }

        return all;
    }

    private string PathOf(string name) => Path.Combine(layout.Named, name);

    private HashSet<string> Read(string name) =>
        File.Exists(PathOf(name))
            ? File.ReadLines(PathOf(name)).Where(Digest.IsHash).ToHashSet(StringComparer.Ordinal)
            : new(StringComparer.Ordinal);

    private void Write(string name, string title, IEnumerable<string> audio)
    {
        AtomicFile.CreateFolder(layout.Named, isPrivate: true);
        var lines = audio.Order(StringComparer.Ordinal).Prepend(title.ReplaceLineEndings(" "));
        AtomicFile.Write(PathOf(name), Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), isDurable: false);
    }
}
