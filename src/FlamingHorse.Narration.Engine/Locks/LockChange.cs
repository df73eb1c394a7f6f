using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>
/// What one build changes in a lock: only its own findings, so that builds of several target frameworks can each add theirs to what
/// the others wrote meanwhile.
/// </summary>
public sealed record LockChange
{
    /// <summary>Voices as they are now; those that no segment uses leave the lock.</summary>
    public IReadOnlyDictionary<string, LockedVoice> Voices { get; init; } = new Dictionary<string, LockedVoice>();

    /// <summary>New and changed segments.</summary>
    public IReadOnlyDictionary<string, LockedSegment> Segments { get; init; } = new Dictionary<string, LockedSegment>();

    /// <summary>The ids that may stay; null leaves all.</summary>
    public IReadOnlySet<string>? Keep { get; init; }

    /// <summary>See <see cref="NarrationLock.HasNewKeys"/>; null leaves it as it is.</summary>
    public bool? HasNewKeys { get; init; }

    /// <summary>The lock after the change.</summary>
    public NarrationLock ApplyTo(NarrationLock before)
    {
        var segments = new Dictionary<string, LockedSegment>(before.Segments.Count + Segments.Count, StringComparer.Ordinal);
        foreach (var (id, segment) in before.Segments)
        {
            if (Keep is null || Keep.Contains(id))
            {
                segments[id] = segment;
            }
        }

        foreach (var (id, segment) in Segments)
        {
            segments[id] = segment;
        }

        var used = segments.Values.Select(segment => segment.Voice).ToHashSet(StringComparer.Ordinal);
        var voices = new Dictionary<string, LockedVoice>(StringComparer.Ordinal);
        foreach (var name in used)
        {
            if (Voices.TryGetValue(name, out var voice) || before.Voices.TryGetValue(name, out voice))
            {
                voices[name] = voice;
            }
        }

        return new()
        {
            Voices = voices,
            Segments = segments,
            HasNewKeys = HasNewKeys ?? before.HasNewKeys,
        };
    }
}
