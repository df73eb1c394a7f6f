using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>The content of a lock file.</summary>
public sealed record NarrationLock
{
    /// <summary>The newest form that this package reads. Raised when a reader of the old form would misread the new.</summary>
    public const int CurrentSchema = 2;

    /// <summary>The form that holds this content: the first, unless it has a member that the first lacks.</summary>
    public int Schema =>
        HasNewKeys
        || Voices.Values.Any(voice => !voice.Speed.Equals(1d) || voice.MachineVoices.ByLanguage.Count > 0)
        || Segments.Values.Any(segment => segment.Seed is not null || segment.Words is not null || segment.Check is not null)
            ? 2
            : 1;

    /// <summary>
    /// Lines have keys that an older package would not compute, since it puts the project's level into them: it is to say that it is too
    /// old
    /// instead of speaking everything again.
    /// </summary>
    public bool HasNewKeys { get; init; }

    /// <summary>An empty lock.</summary>
    public static NarrationLock Empty { get; } = new();

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, LockedVoice> Voices { get; init; } = new Dictionary<string, LockedVoice>();

    /// <summary>By id.</summary>
    public IReadOnlyDictionary<string, LockedSegment> Segments { get; init; } = new Dictionary<string, LockedSegment>();

    /// <summary>Whether both hold the same lines, in whatever order.</summary>
    public bool HasSameContent(NarrationLock other) => Same(Voices, other.Voices) && Same(Segments, other.Segments);

    /// <summary>The part that these ids use.</summary>
    public NarrationLock Only(IReadOnlySet<string> ids)
    {
        var segments = Segments.Where(pair => ids.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        var voices = segments.Values.Select(segment => segment.Voice).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Segments = segments,
            Voices = Voices.Where(pair => voices.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>The file's bytes; equal for equal content.</summary>
    public ReadOnlyMemory<byte> ToBytes() => LockWriter.Write(this);

    private static bool Same<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right)
        where T : class =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var value) && pair.Value.Equals(value));
}
