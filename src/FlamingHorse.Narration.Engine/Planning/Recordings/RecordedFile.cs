namespace FlamingHorse.Narration.Engine.Planning.Recordings;

/// <summary>A recording as far as this machine has it.</summary>
/// <param name="Recording">What was configured.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hex; null when nothing here says it.</param>
/// <param name="IsHere">The file itself is here; otherwise it is absent, or a pointer that Git LFS left in its place.</param>
internal sealed record RecordedFile(Recording Recording, string? Hash, bool IsHere);
