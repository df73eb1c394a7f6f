using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Engine.Storage.Remote;

namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>What a child process does with a cache.</summary>
internal static class StoreChild
{
    /// <summary>Stores new clips until somebody kills the process; says the key of each that is stored.</summary>
    public static async Task WriteForeverAsync(string cache)
    {
        await using var store = ClipStore.Open(new StoreOptions { CachePath = cache }, _ => { });
        await Console.Out.WriteLineAsync("ready");
        for (var i = 0; ; i++)
        {
            var key = Clips.Key($"{Environment.ProcessId}-{i}");
            using var claim = store.TryLock(key);
            var (record, wav) = Clips.Make(key, samples: 20_000);
            await store.AddAsync(record, wav, CancellationToken.None);
            await Console.Out.WriteLineAsync(key.Hex);
        }
    }

    /// <summary>Stores one clip in a shared folder, or in a cache.</summary>
    public static async Task<bool> PutAsync(string kind, string folder)
    {
        var content = new byte[20_000];
        var warnings = new StoreWarnings(_ => { });
        var digest = Digest.Of(content);
        return kind == "cache"
            ? new LocalStore(new(folder), warnings).AddAudio(digest.Hash, content, new WavShape(24_000, 1), isDurable: true) is not null
            : await new FolderStore(folder, canWrite: true, RemoteTimeouts.Default, warnings).PutContentAsync(
                digest,
                content,
                replace: false,
                CancellationToken.None
            );
    }

    /// <summary>Is at a clip in a folder of its own, and at a file beside it, until somebody kills the process.</summary>
    public static async Task MakeForeverAsync(string folder)
    {
        using var run = RunFolder.Make(folder);
        await File.WriteAllTextAsync(Path.Combine(run.Path, "half.wav"), "RIFF");
        using var file = File.OpenHandle(TemporaryFileName.NameIn(folder), FileMode.CreateNew, FileAccess.Write, TemporaryFileName.Share);
        await Console.Out.WriteLineAsync("ready");
        await Task.Delay(Timeout.Infinite);
    }

    /// <summary>Makes every clip that nobody has made or is making; says which ones it made.</summary>
    public static async Task RaceAsync(string cache, int keys)
    {
        await using var store = ClipStore.Open(new StoreOptions { CachePath = cache }, _ => { });
        foreach (var i in Enumerable.Range(0, keys).OrderBy(_ => Random.Shared.Next()))
        {
            if (await ClaimAndMakeAsync(store, i))
            {
                await Console.Out.WriteLineAsync($"made {i}");
            }
        }
    }

    /// <summary>Returns when the clip is there; true for whoever made it.</summary>
    public static async Task<bool> ClaimAndMakeAsync(ClipStore store, int number)
    {
        var key = Clips.Key($"race-{number}");
        while (true)
        {
            if (await store.FindAsync(key, CancellationToken.None) is not null)
            {
                return false;
            }

            using var claim = store.TryLock(key);
            if (claim is null)
            {
                await Task.Delay(2);
                continue;
            }

            // Made between our look and our lock.
            if (await store.FindAsync(key, CancellationToken.None) is not null)
            {
                return false;
            }

            var (record, wav) = Clips.Make(key, take: Random.Shared.Next(1_000));
            await Task.Delay(1);
            await store.AddAsync(record, wav, CancellationToken.None);
            return true;
        }
    }
}
