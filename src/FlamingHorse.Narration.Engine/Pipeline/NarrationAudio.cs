using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>The audio that belongs to a segment's duration.</summary>
/// <param name="AudioHash">SHA-256 of the WAV, lower-case hex.</param>
/// <param name="Path">The file to copy, never to be written or moved; null when no store within reach has it.</param>
/// <param name="Source">Where it was found; null when it is missing.</param>
public sealed record NarrationAudio(string AudioHash, string? Path, ClipSource? Source);
