namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>Makes folders on a WebDAV server, which does not accept a file into a missing folder.</summary>
/// <param name="address">The store's base URL; ends in a slash.</param>
/// <param name="server">The server.</param>
internal sealed class WebDavFolders(Uri address, RemoteServer server)
{
    private static readonly HttpMethod Mkcol = new("MKCOL");

    private readonly Dictionary<string, Task> _made = [];

    /// <summary>Makes the folders of a path once per build; concurrent callers wait for the same attempt.</summary>
    public async Task MakeParentAsync(string path, CancellationToken cancellation)
    {
        var parent = path[..(path.IndexOf('/', StringComparison.Ordinal) + 1)];
        while (true)
        {
            Task made;
            lock (_made)
            {
                // An attempt that its caller cancelled made nothing: the next caller makes another.
                if (!_made.TryGetValue(parent, out made!) || made.IsCanceled || made.IsFaulted)
                {
                    _made[parent] = made = MakeFoldersAsync(parent, cancellation);
                }
            }

            try
            {
                await made.WaitAsync(cancellation).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // It was another caller's attempt that was cancelled.
            }
        }
    }

    private async Task MakeFoldersAsync(string parent, CancellationToken cancellation)
    {
        var folder = "";
        foreach (var segment in new Uri(address, parent).Segments.Skip(1))
        {
            folder += segment;
            // Whatever it answers (405: already there), the PUT that follows decides.
            await server.SendAsync(new RemoteRequest(Mkcol, "/" + folder), cancellation).ConfigureAwait(false);
        }
    }
}
