namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>A clip as it is stored and heard.</summary>
/// <param name="Signal">Trimmed, framed, faded, at its level.</param>
/// <param name="SpeechStart">First sample of speech.</param>
/// <param name="SpeechEnd">One past the last sample of speech.</param>
/// <param name="Loudness">LUFS; null when the speech is too short to measure.</param>
/// <param name="Peak">dBFS.</param>
public sealed record ProcessedClip(MonoSignal Signal, int SpeechStart, int SpeechEnd, double? Loudness, double Peak);
