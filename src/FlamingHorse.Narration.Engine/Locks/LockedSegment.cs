using System.Diagnostics.CodeAnalysis;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>The take of a segment that the lock file names: its durations hold on every machine, its audio is found by hash.</summary>
public sealed record LockedSegment : TakeFacts
{
    public LockedSegment() { }

    [SetsRequiredMembers]
    private LockedSegment(ClipRecord record, string voice)
        : base(record) =>
        (Key, Voice, Seed, Check) = (
            record.Key,
            voice,
            record.Backend == NeuralVoice.Backend ? record.Seed : null,
            LockedCheck.Of(record.Checks)
        );

    /// <summary>What was asked for.</summary>
    public required ActionKey Key { get; init; }

    /// <summary>The voice's name, as in the lock's <c>voices</c>.</summary>
    public required string Voice { get; init; }

    /// <summary>With it a voice that gives the same sound everywhere can make this take again; null for all other voices.</summary>
    public long? Seed { get; init; }

    /// <summary>What a recognizer or a person concluded about the take; null when nobody listened to it.</summary>
    public LockedCheck? Check { get; init; }

    /// <summary>
    /// Makes the lock's line for a take. The voice is the segment's own, since two voices with the same settings share keys.
    /// </summary>
    public static LockedSegment Of(ClipRecord record, string voice) => new(record, voice);
}
