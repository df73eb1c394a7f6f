using FlamingHorse.Narration.Engine.Storage.Remote;

namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>What a store is made of; paths absolute.</summary>
public sealed record StoreOptions
{
    /// <summary>This machine's cache.</summary>
    public required string CachePath { get; init; }

    /// <summary>The shared store: an <c>http(s)</c> base URL or a folder; null or empty for none.</summary>
    public string? Remote { get; init; }

    /// <summary>Whether this build adds to the shared store.</summary>
    public bool RemoteWrite { get; init; }

    /// <summary>Size above which the least recently used leaves this machine's cache; null evicts nothing.</summary>
    public double? LimitGiB { get; init; }

    /// <summary>False in a design-time build: the shared store is not used.</summary>
    public bool AllowNetwork { get; init; } = true;

    /// <summary>True (an editor's build): nothing in the cache is changed, no corrupt entry moved, no time set.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>SHA-256 of audio that is never evicted: what the lock names.</summary>
    public IReadOnlySet<string> Protected { get; init; } = new HashSet<string>();

    /// <summary>
    /// Clips of which whoever opens the store has a verified copy: size in bytes by SHA-256. One text of ten thousand changed must not
    /// read ten thousand clips; the bytes of such a clip are read by whoever takes them from here.
    /// </summary>
    public IReadOnlyDictionary<string, long> Copies { get; init; } = new Dictionary<string, long>();

    /// <summary>
    /// Where clips of this build go when the cache cannot be written; a folder is made in it and removed at the end. Default: the system's
    /// temporary folder.
    /// </summary>
    public string? FallbackPath { get; init; }

    /// <summary>
    /// Where the shared store's credentials come from, and nowhere else: the build's environment. Default: there are none.
    /// </summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>How long the shared store is waited for.</summary>
    public RemoteTimeouts Patience { get; init; } = RemoteTimeouts.Default;
}
