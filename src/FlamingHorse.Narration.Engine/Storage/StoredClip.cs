using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>A verified take: its record, and where its bytes are.</summary>
/// <param name="Record">What is known of it.</param>
/// <param name="Path">The file to read or copy; never to be written or moved.</param>
/// <param name="Source">Where it was found.</param>
public sealed record StoredClip(ClipRecord Record, string Path, ClipSource Source);
