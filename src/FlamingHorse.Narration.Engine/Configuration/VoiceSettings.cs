using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>A voice as configured on this machine: paths resolved, no file read yet.</summary>
public sealed record VoiceSettings(string Name)
{
    /// <summary>Where the voice is configured; null for the built-in narrator.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>Absolute path; null when none is configured.</summary>
    public string? ReferenceAudio { get; init; }

    /// <summary>Absolute path; null when none is configured.</summary>
    public string? ReferenceText { get; init; }

    /// <summary>The transcript itself; wins over <see cref="ReferenceText"/>.</summary>
    public string? Transcript { get; init; }

    public ReferenceCut Cut { get; init; } = new();

    /// <summary>Null: as the build's settings, or what the lock file pins.</summary>
    public string? Model { get; init; }

    /// <summary>Null: as the build's settings, or what the lock file pins.</summary>
    public string? Language { get; init; }

    public Sampling Sampling { get; init; } = new();

    /// <summary>Pace, from 0.5 to 2; null: not said.</summary>
    public double? Speed { get; init; }

    public bool AllowLongReference { get; init; }
}
