using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>A clip as it is stored.</summary>
/// <param name="Signal">Trimmed, framed, faded.</param>
/// <param name="SpeechStart">First sample of speech.</param>
/// <param name="SpeechEnd">One past the last sample of speech.</param>
/// <param name="Loudness">LUFS; null when the speech is too short to measure.</param>
/// <param name="Peak">dBFS.</param>
public sealed record ProcessedClip(MonoSignal Signal, int SpeechStart, int SpeechEnd, double? Loudness, double Peak)
{
    /// <summary>Samples that were cut off the beginning; negative where silence was put before it.</summary>
    public int Trimmed { get; init; }

    /// <summary>The record of the clip's file: what is measured of it, and what it was asked for as.</summary>
    /// <param name="wav">The file.</param>
    /// <param name="key">What was asked for.</param>
    /// <param name="voice">The voice's name.</param>
    /// <param name="backend">What spoke.</param>
    /// <param name="model">The model that spoke; empty for none.</param>
    public ClipRecord Describe(byte[] wav, ActionKey key, string voice, string backend, string model) =>
        new()
        {
            Key = key,
            AudioHash = Convert.ToHexStringLower(SHA256.HashData(wav)),
            AudioBytes = wav.Length,
            SampleCount = Signal.Samples.Length,
            SampleRate = Signal.SampleRate,
            SpeechStart = SpeechStart,
            SpeechEnd = SpeechEnd,
            Voice = voice,
            Backend = backend,
            Model = model,
            LoudnessLufs = Loudness is { } level ? Math.Round(level, 2) : null,
            PeakDbfs = Math.Round(Peak, 2),
        };
}
