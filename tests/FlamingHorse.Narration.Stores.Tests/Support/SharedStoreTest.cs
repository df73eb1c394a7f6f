using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>Two machines with a store between them.</summary>
public abstract class SharedStoreTest : StoreTest
{
    protected static readonly ActionKey Key = Clips.Key("welcome");

    /// <summary>The machine that makes clips and shares them.</summary>
    protected StoreOptions Writer(string remote) =>
        Options with
        {
            CachePath = Path.Combine(Folder, "writer"),
            Remote = remote,
            RemoteWrite = true,
        };

    /// <summary>The machine that only reads; each name is a machine of its own.</summary>
    protected StoreOptions Reader(string remote, string name = "reader") =>
        Options with
        {
            CachePath = Path.Combine(Folder, name),
            Remote = remote,
        };

    /// <summary>Stores clips on the writer and asks for them on a reader with a cold cache: all must come, byte for byte.</summary>
    protected async Task ShouldShareAsync(
        string remote,
        int count = 5,
        StoreOptions? writer = null,
        string reader = "reader",
        Func<string, string?>? environment = null
    )
    {
        var made = new Dictionary<ActionKey, byte[]>();
        await using (var store = Open(writer ?? Writer(remote)))
        {
            for (var i = 0; i < count; i++)
            {
                var key = Clips.Key($"shared-{reader}-{i}");
                var (record, wav) = Clips.Make(key, samples: 20_000);
                await store.AddAsync(record, wav, None);
                made[key] = wav;
            }
        }

        await using var other = Open(Reader(remote, reader) with { Environment = environment ?? (_ => null) });
        var found = await other.FindManyAsync(made.Keys, None);
        found.Count.ShouldBe(count);
        foreach (var (key, clip) in found)
        {
            clip.Source.ShouldBe(ClipSource.Remote);
            clip.Record.Key.ShouldBe(key);
            File.ReadAllBytes(clip.Path).ShouldBe(made[key]);
            (await other.FindAsync(key, None)).ShouldNotBeNull().Source.ShouldBe(ClipSource.Local);
        }

        Findings.ShouldBeEmpty();
    }

    /// <summary>What a build does that asks for clips which nobody has, and makes them; how long it took.</summary>
    protected static async Task<TimeSpan> MakeAsync(ClipStore store, int count = 20)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var key = Clips.Key($"made-{i}");
            (await store.FindAsync(key, None)).ShouldBeNull();
            var (record, wav) = Clips.Make(key);
            await store.AddAsync(record, wav, None);
        }

        return watch.Elapsed;
    }

    /// <summary>The same without a shared store, to be taken off: a busy machine is not the store's doing.</summary>
    protected async Task<TimeSpan> MakeAloneAsync()
    {
        await using var store = Open(Options with { CachePath = Path.Combine(Folder, "alone") });
        return await MakeAsync(store);
    }
}
