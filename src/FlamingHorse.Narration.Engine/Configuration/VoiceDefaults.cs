using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>
/// What a segment is spoken with where neither it nor its voice says otherwise. Null in <see cref="Model"/> and <see cref="Language"/>
/// means that nobody says; then a value that the lock took over from another machine's environment holds, so that a fresh clone computes
/// the keys of the machine that spoke, and after it the package's default.
/// </summary>
public sealed record VoiceDefaults
{
    /// <summary>Voice of segments that name none.</summary>
    public string Voice { get; init; } = NarrationSettings.Narrator;

    /// <summary>Model id as configured; null when nothing says.</summary>
    public string? Model { get; init; }

    /// <summary><see cref="Model"/> comes from this machine (a variable, <c>voice_clone_config.json</c>), not from the project.</summary>
    public bool IsModelFromMachine { get; init; }

    /// <summary>The model that the quality stands for.</summary>
    public string QualityModel { get; init; } = QualityModels.Of(NarrationQuality.Final);

    /// <summary>
    /// What a voice of <c>system</c> or <c>neural</c> that names none speaks with: <c>NarrationModel</c> only, never a variable of MLX.
    /// </summary>
    public string? SystemModel { get; init; }

    /// <summary>Full name; null when nothing says.</summary>
    public string? Language { get; init; }

    /// <summary><see cref="Language"/> comes from <c>voice_clone_config.json</c>, not from the project.</summary>
    public bool IsLanguageFromMachine { get; init; }
}
