using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>A cache in a folder of the test's own, and what was reported.</summary>
public abstract class StoreTest : IDisposable
{
    protected static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    /// <summary>True for the full figures.</summary>
    protected static bool IsSoak => Soak.IsFull;

    protected ConcurrentQueue<Finding> Findings { get; } = new();

    protected string Folder => _folder.Path;

    protected string Cache => Path.Combine(Folder, "cache");

    protected StoreLayout Layout => new(Cache);

    protected IEnumerable<string> Codes => Findings.Select(finding => finding.Kind.Code);

    protected StoreOptions Options => new() { CachePath = Cache, Environment = _ => null };

    protected ClipStore Open(StoreOptions? options = null) => ClipStore.Open(options ?? Options, Findings.Enqueue);

    /// <summary>Stores a clip in a build of its own; its audio's path.</summary>
    protected async Task<StoredClip> StoreAsync(ActionKey key, int take = 0, StoreOptions? options = null)
    {
        await using var store = Open(options);
        var (record, wav) = Clips.Make(key, take);
        return await store.AddAsync(record, wav, None);
    }

    /// <summary>Looks for a clip in a build of its own.</summary>
    protected async Task<StoredClip?> FindAsync(ActionKey key, StoreOptions? options = null)
    {
        await using var store = Open(options);
        return await store.FindAsync(key, None);
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
