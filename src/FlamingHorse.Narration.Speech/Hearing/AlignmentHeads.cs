using Whisper.net;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>
/// The attention heads of OpenAI's models that follow the sound; whisper.cpp derives the end of each token from them. A wrong set would
/// give wrong times, so only the published file names have one.
/// </summary>
internal static class AlignmentHeads
{
    private const string Prefix = "ggml-";

    private static readonly Dictionary<string, WhisperAlignmentHeadsPreset> _presets = new(StringComparer.Ordinal)
    {
        ["tiny.en"] = WhisperAlignmentHeadsPreset.TinyEn,
        ["tiny"] = WhisperAlignmentHeadsPreset.Tiny,
        ["base.en"] = WhisperAlignmentHeadsPreset.BaseEn,
        ["base"] = WhisperAlignmentHeadsPreset.Base,
        ["small.en"] = WhisperAlignmentHeadsPreset.SmallEn,
        ["small"] = WhisperAlignmentHeadsPreset.Small,
    };

    /// <param name="path">A file such as <c>ggml-tiny.en-q8_0.bin</c>.</param>
    public static WhisperAlignmentHeadsPreset Of(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            ? _presets.GetValueOrDefault(name[Prefix.Length..].Split('-')[0], WhisperAlignmentHeadsPreset.None)
            : WhisperAlignmentHeadsPreset.None;
    }
}
