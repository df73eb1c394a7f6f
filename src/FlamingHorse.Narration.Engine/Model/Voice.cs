namespace FlamingHorse.Narration.Engine.Model;

/// <summary>
/// A voice with every setting resolved: what goes into the key and what a backend needs to speak.
/// Where a machine lacks the reference files, the hashes come from the lock and the paths are null.
/// </summary>
public sealed record Voice
{
    public required string Name { get; init; }

    /// <summary>Name of the backend that speaks.</summary>
    public required string Backend { get; init; }

    /// <summary>For <c>system</c>: which program speaks (<c>flite</c>, <c>espeak-ng</c>, <c>say</c>, <c>sapi</c>); else empty.</summary>
    public string Engine { get; init; } = "";

    /// <summary>Model id as configured, with its optional <c>@revision</c>; for <c>system</c> the engine's own voice name.</summary>
    public required string Model { get; init; }

    /// <summary>Absolute path of the folder that <see cref="Model"/> names; null where it is an id on the hub.</summary>
    public string? ModelFolder { get; init; }

    /// <summary>Full name, as in <c>English</c>; the default for segments that name none.</summary>
    public required string Language { get; init; }

    public Sampling Sampling { get; init; } = new();

    /// <summary>Absolute path of the reference recording; null where there is none on this machine.</summary>
    public string? ReferenceAudio { get; init; }

    /// <summary>SHA-256 of the recording's bytes, lower-case hex; null for voices without a reference.</summary>
    public string? ReferenceAudioHash { get; init; }

    /// <summary>The transcript itself (decoded, LF, trimmed); null where there is none on this machine.</summary>
    public string? ReferenceText { get; init; }

    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="ReferenceText"/>; null for voices without a reference.</summary>
    public string? ReferenceTextHash { get; init; }

    public ReferenceCut Cut { get; init; } = new();

    /// <summary>Pace, for backends that have one; 1 is the voice's own.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>The author knows that the reference is longer than 60 s.</summary>
    public bool AllowLongReference { get; init; }
}
