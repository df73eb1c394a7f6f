using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>What an engine made of one request, before anything is judged or changed.</summary>
internal sealed record RawClip(MonoSignal Signal)
{
    /// <summary>The model ran into its cap instead of ending by itself.</summary>
    public bool IsCut { get; init; }

    /// <summary>
    /// The same request gives the same samples: another attempt is pointless, and an odd length is not a model's accident.
    /// </summary>
    public bool IsDeterministic { get; init; }

    /// <summary>When each word is said, in order; null of an engine that does not know.</summary>
    public IReadOnlyList<RawWord>? Words { get; init; }

    /// <summary>Where speech may sound; null where the level decides.</summary>
    public SpeechBounds? Speech { get; init; }

    /// <summary>Parts of the text that had no reading and were left out.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    public long? Seed { get; init; }

    public int BatchSize { get; init; } = 1;

    public int BatchPosition { get; init; }

    public TimeSpan Elapsed { get; init; }

    public IReadOnlyDictionary<string, string> Engine { get; init; } = new Dictionary<string, string>();
}
