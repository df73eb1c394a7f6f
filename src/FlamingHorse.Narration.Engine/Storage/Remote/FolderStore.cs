using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>
/// A folder as the shared store: in the repository (then usually under Git LFS), on a share, a CI cache. No entry of it is moved or
/// deleted.
/// </summary>
/// <param name="root">The folder.</param>
/// <param name="canWrite">Whether this build adds to it.</param>
/// <param name="patience">A share that hangs is given up after <see cref="RemoteTimeouts.Silence"/>.</param>
/// <param name="notices">Where warnings go.</param>
/// <param name="replacement">How files get their names; null is this system's way.</param>
public sealed class FolderStore(
    string root,
    bool canWrite,
    RemoteTimeouts patience,
    StoreWarnings notices,
    FileReplacement? replacement = null
) : ISharedStore
{
    private readonly StoreLayout _layout = new(root);
    private readonly FolderFiles _files = new(root, notices, replacement);
    private volatile bool _canWrite = canWrite;
    private volatile bool _isOff;

    public bool CanWrite => _canWrite && !_isOff;

    public ValueTask<byte[]?> GetActionAsync(ActionKey key, CancellationToken cancellation) =>
        ReadAsync(_layout.Action(key), null, ActionResult.MaxBytes, cancellation);

    public ValueTask<byte[]?> GetContentAsync(string hash, long? size, int maxBytes, CancellationToken cancellation) =>
        ReadAsync(_layout.Content(hash), size, maxBytes, cancellation);

    public ValueTask<bool> PutContentAsync(Digest digest, ReadOnlyMemory<byte> content, bool replace, CancellationToken cancellation) =>
        WriteAsync(
            _layout.Content(digest.Hash),
            content,
            path => !replace && EntryFile.Look(path) is { } file && EntryFile.IsPlain(file, digest.Size) && file.Length == digest.Size,
            cancellation
        );

    public ValueTask<bool> PutActionAsync(ActionKey key, ReadOnlyMemory<byte> action, CancellationToken cancellation) =>
        // An unchanged file must not look changed to a repository.
        WriteAsync(
            _layout.Action(key),
            action,
            path => FolderFiles.ReadPlain(path, action.Length) is { } old && action.Span.SequenceEqual(old),
            cancellation
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<byte[]?> ReadAsync(string path, long? size, int maxBytes, CancellationToken cancellation)
    {
        if (_isOff)
        {
            return null;
        }

        try
        {
            return await BoundedAsync(() => _files.Read(path, size, maxBytes, mustExist: !_canWrite), cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            _isOff = true;
            notices.Once(StoreFindings.RemoteOff, $"The shared store '{root}' cannot be read ({e.Message}) and is off for this build.");
            return null;
        }
    }

    private async ValueTask<bool> WriteAsync(
        string path,
        ReadOnlyMemory<byte> content,
        Func<string, bool> isThere,
        CancellationToken cancellation
    )
    {
        if (!CanWrite)
        {
            return false;
        }

        try
        {
            return await BoundedAsync(
                    () =>
                    {
                        if (!isThere(path))
                        {
                            _files.Write(path, content.Span);
                        }

                        return true;
                    },
                    cancellation
                )
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            _canWrite = false;
            notices.Once(
                StoreFindings.RemoteFull,
                $"The shared store '{root}' cannot be written ({e.Message}). The clips are in this machine's cache, and the next build "
                    + $"with write access offers them again."
            );
            return false;
        }
    }

    /// <summary>Files of a share that went away can hang; the thread is then left to it.</summary>
    private Task<T> BoundedAsync<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Run(work, cancellation).WaitAsync(patience.Silence, cancellation);
}
