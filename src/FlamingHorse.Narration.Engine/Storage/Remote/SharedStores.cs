using FlamingHorse.Narration.Engine.Model.Findings;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>Opens the shared store that a setting names.</summary>
internal static class SharedStores
{
    /// <summary>Null for none, and (with an error reported) for an address that cannot be used.</summary>
    public static ISharedStore? Open(StoreOptions options, StoreWarnings notices)
    {
        if (string.IsNullOrWhiteSpace(options.Remote))
        {
            return null;
        }

        var address = RemoteAddress.Parse(options.Remote);
        var mayWrite = options.RemoteWrite && !options.IsReadOnly;
        if (address.Folder is { } folder)
        {
            return new FolderStore(folder, mayWrite, options.Patience, notices);
        }

        if (address.Server is not { } server)
        {
            notices.Once(StoreFindings.RemoteInvalid, address.Problem!);
            return null;
        }

        var credentials = RemoteCredentials.Read(options.Environment);
        if (credentials.Problem is { } problem)
        {
            notices.Once(StoreFindings.RemoteRefused, problem, "credentials");
        }

        return new HttpStore(server, mayWrite, credentials, options.Patience, notices);
    }
}
