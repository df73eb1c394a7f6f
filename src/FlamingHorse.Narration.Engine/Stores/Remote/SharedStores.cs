namespace FlamingHorse.Narration.Engine.Stores.Remote;

/// <summary>Opens the shared store that a setting names.</summary>
internal static class SharedStores
{
    /// <summary>Null for none, and (with an error reported) for an address that cannot be used.</summary>
    public static ISharedStore? Open(StoreOptions options, StoreNotices notices)
    {
        if (string.IsNullOrWhiteSpace(options.Remote))
        {
            return null;
        }

        return new FolderStore(options.Remote, options.RemoteWrite && !options.IsReadOnly, options.Patience, notices);
    }
}
