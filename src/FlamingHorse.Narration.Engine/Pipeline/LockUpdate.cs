using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Keys;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>What a run's takes change in the lock.</summary>
internal static class LockUpdate
{
    /// <param name="takes">All segments of the run.</param>
    /// <param name="isOnlyFramework">Whether removed ids are deleted from the lock.</param>
    /// <param name="loudness">The project's level, which an older package puts into its keys.</param>
    public static LockChange Of(IReadOnlyList<SegmentTake> takes, bool isOnlyFramework, double? loudness)
    {
        var segments = new Dictionary<string, LockedSegment>(StringComparer.Ordinal);
        var voices = new Dictionary<string, LockedVoice>(StringComparer.Ordinal);
        foreach (var (segment, _, known) in takes)
        {
            if (known is null)
            {
                continue;
            }

            // The voice as it is now, for at least this take was made with it; what it speaks other languages with is added up.
            var pin = segment.Voice!.Pin;
            voices[segment.VoiceName] = voices.TryGetValue(segment.VoiceName, out var other)
                ? pin with
                {
                    MachineVoices = other.MachineVoices.With(pin.MachineVoices),
                }
                : pin;
            if (!known.Equals(segment.LockedBefore))
            {
                segments[segment.Id] = known;
            }
        }

        return new()
        {
            Voices = voices,
            Segments = segments,
            HasNewKeys =
                !loudness.Equals(ActionKeys.Loudness) && takes.Any(HasNewKey) ? true
                : isOnlyFramework ? false
                : null,
            Keep = isOnlyFramework ? takes.Select(take => take.Segment.Id).ToHashSet(StringComparer.Ordinal) : null,
        };
    }

    // The key of a recording that is not on this machine was taken unchanged from the lock.
    private static bool HasNewKey(SegmentTake take) =>
        take.Take is { } known && known.Key == take.Segment.Key && take.Segment.Recording is not { Hash: null };
}
