using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;

/// <summary>Settings of the Speech package's voice.</summary>
public static class NeuralSettings
{
    public static readonly SettingRow<string?> Program = new(
        "NarrationSpeechProgram",
        SettingKinds.AbsolutePath,
        null,
        SettingEffect.Outputs,
        "the program that speaks; the package `FlamingHorse.Narration.Speech` sets it"
    );

    public static readonly SettingRow<string?> ModelPath = new(
        "NarrationModelPath",
        SettingKinds.AbsolutePath,
        null,
        SettingEffect.Outputs,
        "folder of voices and models that is searched before the user's own, for offline machines and CI"
    )
    {
        Variable = "FLAMING_HORSE_MODELS",
        DefaultDocumentation = "`FLAMING_HORSE_MODELS`",
    };

    public static readonly BackendDescriptor Descriptor = new(
        NeuralVoice.Backend,
        "the natural English voice of the package `FlamingHorse.Narration.Speech`",
        [Program, ModelPath]
    );
}
