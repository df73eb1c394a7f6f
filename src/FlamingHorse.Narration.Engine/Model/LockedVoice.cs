namespace FlamingHorse.Narration.Engine.Model;

/// <summary>What went into the keys of a voice, so that a machine without its reference computes the same ones.</summary>
public sealed record LockedVoice
{
    /// <summary>LUFS that a voice gets which is new in the lock, so that an older package computes its keys.</summary>
    public const double NewLoudness = -18;

    public required string Backend { get; init; }

    /// <summary>For <c>system</c>: the program that spoke; else empty.</summary>
    public string Engine { get; init; } = "";

    public required string Model { get; init; }

    public required string Language { get; init; }

    public Sampling Sampling { get; init; } = new();

    /// <summary>SHA-256 of the recording's bytes; null for a voice without one.</summary>
    public string? ReferenceAudioHash { get; init; }

    /// <summary>SHA-256 of the transcript; null for a voice without one.</summary>
    public string? ReferenceTextHash { get; init; }

    public ReferenceCut Cut { get; init; } = new();

    /// <summary>Pace; 1 is the voice's own.</summary>
    public double Speed { get; init; } = 1;

    public int PostProcessing { get; init; } = ClipFormat.PostProcessingVersion;

    /// <summary>
    /// What stood in the loudness field of its keys: LUFS, null for a level that was left alone. Of takes of older packages; it stays as
    /// read.
    /// </summary>
    public double? Loudness { get; init; }

    /// <summary>
    /// The model came from a machine's own settings, not from the project: a machine that says nothing takes it from here.
    /// </summary>
    public bool IsModelFromMachine { get; init; }

    /// <summary>The same of the language.</summary>
    public bool IsLanguageFromMachine { get; init; }

    /// <summary>What this machine chose for other languages, which no machine chooses again.</summary>
    public MachineVoices MachineVoices { get; init; } = MachineVoices.None;

    /// <summary>The lock's line for a voice.</summary>
    /// <param name="voice">As resolved.</param>
    /// <param name="loudness">See <see cref="Loudness"/>.</param>
    public static LockedVoice Of(Voice voice, double? loudness) =>
        new()
        {
            Backend = voice.Backend,
            Engine = voice.Engine,
            Model = voice.Model,
            Language = voice.Language,
            Sampling = voice.Sampling,
            ReferenceAudioHash = voice.ReferenceAudioHash,
            ReferenceTextHash = voice.ReferenceTextHash,
            Cut = voice.Cut,
            Speed = voice.Speed,
            Loudness = loudness,
        };

    /// <summary>What differs, in words a message can list; empty when nothing does.</summary>
    public IReadOnlyList<string> Differences(LockedVoice other)
    {
        (string Name, bool IsSame)[] parts =
        [
            ("backend", Backend == other.Backend),
            ("engine", Engine == other.Engine),
            ("model", Model == other.Model),
            ("language", string.Equals(Language, other.Language, StringComparison.OrdinalIgnoreCase)),
            ("sampling", Sampling == other.Sampling),
            ("reference audio", ReferenceAudioHash == other.ReferenceAudioHash),
            ("reference text", ReferenceTextHash == other.ReferenceTextHash),
            ("reference cut", Cut == other.Cut),
            ("speed", Speed.Equals(other.Speed)),
            ("post-processing version", PostProcessing == other.PostProcessing),
            ("loudness", Loudness.Equals(other.Loudness)),
        ];
        return [.. parts.Where(part => !part.IsSame).Select(part => part.Name)];
    }
}
