using System.Collections.Concurrent;
using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Tests.Fakes;

/// <summary>The stores' promises kept in memory; counts what it is asked, so that a test can say "nothing was looked up".</summary>
internal sealed class MemoryStore : IClipStore
{
    private readonly ConcurrentDictionary<ActionKey, ClipRecord> _actions = new();
    private readonly ConcurrentDictionary<string, ClipSource> _content = new();
    private readonly ConcurrentDictionary<ActionKey, bool> _held = new();
    private int _lookups;

    /// <summary>Where entries are said to come from.</summary>
    public ClipSource Source { get; set; } = ClipSource.Local;

    public int Lookups => _lookups;

    /// <summary>All that was stored.</summary>
    public IReadOnlyCollection<ClipRecord> Clips => [.. _actions.Values];

    public IReadOnlyCollection<ActionKey> Held => [.. _held.Keys];

    /// <summary>Runs before a lookup by key; a test plays the other build with it.</summary>
    public Action<ActionKey>? BeforeFind { get; set; }

    public ValueTask<StoredClip?> FindAsync(ActionKey key, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _lookups);
        BeforeFind?.Invoke(key);
        return ValueTask.FromResult(
            _actions.TryGetValue(key, out var record) && _content.TryGetValue(record.AudioHash, out var source)
                ? new StoredClip(record, Path(record.AudioHash), source)
                : null
        );
    }

    public ValueTask<(string Path, ClipSource Source)?> FindAudioAsync(string sha256, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _lookups);
        return ValueTask.FromResult<(string, ClipSource)?>(
            _content.TryGetValue(sha256, out var source) ? (Path(sha256), source)
            : _actions.Values.FirstOrDefault(record => record.StandsFor == sha256) is { } standIn
                ? (Path(standIn.AudioHash), ClipSource.StandIn)
            : null
        );
    }

    public ValueTask<StoredClip> AddAsync(ClipRecord record, ReadOnlyMemory<byte> wav, CancellationToken cancellation)
    {
        Convert.ToHexStringLower(SHA256.HashData(wav.Span)).ShouldBe(record.AudioHash);
        return ValueTask.FromResult(Put(record));
    }

    public StoredClip Put(ClipRecord record)
    {
        _content[record.AudioHash] = Source;
        _actions[record.Key] = record;
        return new(record, Path(record.AudioHash), Source);
    }

    /// <summary>The bytes are gone, the actions stay.</summary>
    public void Lose(string audioHash) => _content.TryRemove(audioHash, out _);

    public void LoseEverything()
    {
        _actions.Clear();
        _content.Clear();
    }

    public IDisposable? TryLock(ActionKey key) => _held.TryAdd(key, true) ? new Hold(() => _held.TryRemove(key, out _)) : null;

    private static string Path(string hash) => "/store/" + hash;

    private sealed class Hold(Action release) : IDisposable
    {
        public void Dispose() => release();
    }
}
