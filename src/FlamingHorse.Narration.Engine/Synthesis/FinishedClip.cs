using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>A clip that passed the quality gate and is ready to be stored.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Record">What came out.</param>
/// <param name="Wav">The finished file's bytes: RIFF, PCM 16 bit, mono.</param>
public sealed record FinishedClip(SynthesisRequest Request, ClipRecord Record, ReadOnlyMemory<byte> Wav);
