using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>What a backend needs to prepare itself. Every path is absolute.</summary>
internal sealed record PreparationContext
{
    /// <summary>As configured.</summary>
    public required NarrationSettings Settings { get; init; }

    /// <summary>All configured voices as this backend resolved them, by name in ordinal order.</summary>
    public required IReadOnlyList<ResolvedVoice> Voices { get; init; }

    /// <summary>Folder of the project.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>Where files go that only this build's folder needs.</summary>
    public required string IntermediateDirectory { get; init; }

    /// <summary>The package's folder of workers.</summary>
    public required string WorkersDirectory { get; init; }

    /// <summary>Whether a program of this name is on this machine; starts nothing.</summary>
    public required Func<string, bool> IsProgramHere { get; init; }

    /// <summary>Takes the checks as lines, and what is wrong as findings.</summary>
    public required INarrationLog Log { get; init; }

    /// <summary>The voice that <c>voice_clone_config.json</c> and <c>NarrationVoiceDirectory</c> configure.</summary>
    public Voice? Narrator => Voices.Select(resolved => resolved.Voice).FirstOrDefault(voice => voice.Name == NarrationSettings.Narrator);
}
