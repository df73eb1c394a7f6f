using System.Text;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>
/// Keys of clips that this machine made for a shared store and that are not there yet: an empty file each.
/// A take can't be made again, so neither a server that fails nor a build that is killed may keep one from the others for good.
/// </summary>
/// <param name="layout">This machine's cache.</param>
/// <param name="remote">The shared store's setting; each has its own.</param>
public sealed class KeysToUpload(StoreLayout layout, string remote)
{
    private readonly string _folder = Path.Combine(
        layout.Version,
        "unshared",
        Digest.HashOf(Encoding.UTF8.GetBytes(remote.Trim().TrimEnd('/')))[..16]
    );

    public void Add(ActionKey key) =>
        Quietly(() =>
        {
            AtomicFile.CreateFolder(_folder, isPrivate: true);
            File.Create(Path.Combine(_folder, key.Hex)).Dispose();
        });

    public void Remove(ActionKey key) => Quietly(() => File.Delete(Path.Combine(_folder, key.Hex)));

    public IReadOnlyList<ActionKey> Read()
    {
        IReadOnlyList<ActionKey> keys = [];
        Quietly(() =>
            keys = Directory.Exists(_folder)
                ?
                [
                    .. Directory
                        .EnumerateFiles(_folder)
                        .Select(file => new ActionKey(Path.GetFileName(file)))
                        .Where(key => Digest.IsHash(key.Hex)),
                ]
                : []
        );
        return keys;
    }

    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written has said so already.
        }
    }
}
