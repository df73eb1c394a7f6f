using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>A segment with everything resolved that its key depends on.</summary>
internal sealed record PlannedSegment
{
    public required ScriptSegment Source { get; init; }

    public string Id => Source.Id;

    /// <summary>Its texts.</summary>
    public required SegmentReading Reading { get; init; }

    /// <summary>The lock's take speaks the formulas as plain text, as older packages did; it stays until a new one is asked for.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Normalized, exactly as in the key.</summary>
    public required string Spoken { get; init; }

    /// <summary>Silence between parts of <see cref="Spoken"/>, which are spoken by themselves and joined.</summary>
    public IReadOnlyList<SpokenPause> Pauses { get; init; } = [];

    /// <summary>The author's pronunciations of words of <see cref="Spoken"/>, for a voice that takes phonemes.</summary>
    public IReadOnlyList<Pronunciation> Say { get; init; } = [];

    /// <summary>The names of single letters of its formulas, for a voice that takes phonemes; in no key.</summary>
    public IReadOnlyList<Pronunciation> Letters { get; init; } = [];

    /// <summary>The word of <see cref="Spoken"/> whose only lexicon line this voice cannot use; null if there is none.</summary>
    public LexiconEntry? Unsayable { get; init; }

    /// <summary>Full name.</summary>
    public required string Language { get; init; }

    /// <summary>Name of the voice after defaults.</summary>
    public required string VoiceName { get; init; }

    /// <summary>Null: no such voice is configured.</summary>
    public ResolvedVoice? Voice { get; init; }

    /// <summary>The recording that is used instead of synthesis; null for a segment that a voice speaks.</summary>
    public RecordedFile? Recording { get; init; }

    public ActionKey Key { get; init; } = ActionKey.None;

    /// <summary>
    /// The key under which older packages knew takes of this, with the level in it; null where it is <see cref="Key"/>. What lock or stores
    /// hold under it serves, and nothing new is made under it.
    /// </summary>
    public ActionKey? OlderKey { get; init; }

    /// <summary>Whether <see cref="Key"/> is known, so that takes can be found by it.</summary>
    public bool IsKeyed => Voice is { IsKeyed: true };

    /// <summary>The lock's take of this very key or of the older one; null when the lock has none.</summary>
    public LockedSegment? Locked { get; init; }

    /// <summary>The lock's take of this id, whatever its key; null when the lock does not know the id.</summary>
    public LockedSegment? LockedBefore { get; init; }

    /// <summary>The lock's take is a recording that was made for another text, if its file is still the same.</summary>
    public bool IsRecordedForOtherText =>
        Recording is { IsHere: true }
        && LockedBefore is { Voice: Recordings.Recording.Voice } before
        && before.Key != Key
        && before.Key != OlderKey;

    /// <summary>A new take is requested even if there is one; for a recording: it is confirmed for the current text.</summary>
    public bool IsRetake { get; init; }

    /// <summary>Another shard, on another machine, makes this key.</summary>
    public bool IsOtherShard { get; init; }
}
