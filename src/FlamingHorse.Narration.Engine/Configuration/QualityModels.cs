using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>The model that each quality stands for.</summary>
public static class QualityModels
{
    /// <summary>An id on the model hub.</summary>
    public static string Of(NarrationQuality quality) =>
        quality switch
        {
            NarrationQuality.Draft => "mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit",
            NarrationQuality.LongForm => "mlx-community/Qwen3-TTS-25Hz-1.7B-Base-4bit",
            _ => "mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit",
        };

    /// <summary>mlx-audio knows the 12 Hz tokenizer only.</summary>
    public static bool IsSupportedByMlx(string model) => !model.Contains("TTS-25Hz", StringComparison.OrdinalIgnoreCase);
}
