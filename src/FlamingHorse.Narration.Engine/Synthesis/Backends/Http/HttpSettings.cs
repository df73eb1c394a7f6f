using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>Settings of a speech server.</summary>
internal static class HttpSettings
{
    public static readonly SettingRow<string?> Endpoint = new(
        "NarrationEndpoint",
        SettingKinds.OptionalText,
        null,
        SettingEffect.Outputs,
        "for `http`: base URL of the server"
    );

    public static readonly SettingRow<string> Dialect = new(
        "NarrationEndpointDialect",
        SettingKinds.OneOf("openai", "vllm-omni", "mlx-audio"),
        "openai",
        SettingEffect.Outputs,
        "for `http`: `openai`, `vllm-omni` or `mlx-audio`"
    );

    public static readonly BackendDescriptor Descriptor = new("http", "an OpenAI-compatible speech server", [Endpoint, Dialect]);
}
