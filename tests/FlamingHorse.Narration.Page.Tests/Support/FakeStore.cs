using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Page.Tests.Support;

/// <summary>A store of records and files in memory and on disk, for pages without a build.</summary>
internal sealed class FakeStore : IClipStore
{
    public Dictionary<ActionKey, StoredClip> Clips { get; } = [];

    public ValueTask<StoredClip?> FindAsync(ActionKey key, CancellationToken cancellation) => new(Clips.GetValueOrDefault(key));

    public ValueTask<(string Path, ClipSource Source)?> FindAudioAsync(string sha256, CancellationToken cancellation) =>
        new(Clips.Values.FirstOrDefault(c => c.Record.AudioHash == sha256) is { } clip ? (clip.Path, ClipSource.Local) : null);

    public ValueTask<StoredClip> AddAsync(ClipRecord record, ReadOnlyMemory<byte> wav, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public IDisposable? TryLock(ActionKey key) => null;
}
