using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>
/// Uploads behind the build's back. What waits is a path and a record, so a long queue costs no memory, and nobody waits to join it.
/// What did not get through in earlier builds comes first.
/// </summary>
public sealed class Uploads : IAsyncDisposable
{
    private const int Uploaders = 4;

    private readonly Channel<(SharedClip Clip, string Path)> _waiting = Channel.CreateUnbounded<(SharedClip, string)>();
    private readonly CancellationTokenSource _stop;
    private readonly SharedClips _shared;
    private readonly StoreWarnings _notices;
    private readonly KeysToUpload _unshared;
    private readonly TimeSpan _patience;
    private readonly Task _resumed;
    private readonly Task _work;
    private int _left;

    /// <param name="shared">Where to.</param>
    /// <param name="notices">Where the warning about given-up uploads goes.</param>
    /// <param name="unshared">What is not there yet.</param>
    /// <param name="find">A clip of this machine by its key.</param>
    /// <param name="patience">How long the end of a build waits for the remaining uploads.</param>
    /// <param name="build">When cancelled, uploads are no longer waited for.</param>
    public Uploads(
        SharedClips shared,
        StoreWarnings notices,
        KeysToUpload unshared,
        Func<ActionKey, (SharedClip Clip, string Path)?> find,
        TimeSpan patience,
        CancellationToken build
    )
    {
        (_shared, _notices, _unshared, _patience) = (shared, notices, unshared, patience);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(build);
        // Listed before this build adds its own, or those would be sent twice.
        var earlier = unshared.Read();
        _resumed = Task.Run(() => Resume(earlier, find), CancellationToken.None);
        _work = Task.WhenAll(Enumerable.Range(0, Uploaders).Select(_ => Task.Run(RunAsync, CancellationToken.None)));
    }

    public void Add(SharedClip clip, string path)
    {
        _unshared.Add(clip.Record.Key);
        Enqueue(clip, path);
    }

    /// <summary>Waits, within bounds, until all is uploaded or given up; nothing can be added afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        await _resumed.ConfigureAwait(false);
        _waiting.Writer.TryComplete();
        try
        {
            await _work.WaitAsync(_patience, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            if (e is TimeoutException)
            {
                _notices.Once(
                    StoreFindings.UploadsGivenUp,
                    $"{Volatile.Read(ref _left)} clips are not in the shared store: it did not take them within "
                        + $"{_patience.TotalSeconds:0} s after the build. The next build with write access offers them again."
                );
            }

            await _stop.CancelAsync().ConfigureAwait(false);
            await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop.Dispose();
    }

    private void Enqueue(SharedClip clip, string path)
    {
        Interlocked.Increment(ref _left);
        if (!_waiting.Writer.TryWrite((clip, path)))
        {
            Interlocked.Decrement(ref _left);
        }
    }

    private void Resume(IReadOnlyList<ActionKey> earlier, Func<ActionKey, (SharedClip Clip, string Path)?> find)
    {
        foreach (var key in earlier)
        {
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            if (find(key) is { } found)
            {
                Enqueue(found.Clip, found.Path);
            }
            else
            {
                _unshared.Remove(key);
            }
        }
    }

    private async Task RunAsync()
    {
        await foreach (var (clip, path) in _waiting.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
        {
            if (_shared.CanWrite)
            {
                await UploadAsync(clip, path).ConfigureAwait(false);
            }

            Interlocked.Decrement(ref _left);
        }
    }

    private async Task UploadAsync(SharedClip clip, string path)
    {
        try
        {
            var audio = await File.ReadAllBytesAsync(path, _stop.Token).ConfigureAwait(false);
            // The file may have been damaged since; wrong bytes are not uploaded.
            if (clip.AudioDigest.IsOf(audio) && await _shared.PutAsync(clip, audio, _stop.Token).ConfigureAwait(false))
            {
                _unshared.Remove(clip.Record.Key);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone from this machine's cache already: nothing to share.
        }
    }
}
