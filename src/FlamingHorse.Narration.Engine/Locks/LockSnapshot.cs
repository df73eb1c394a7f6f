namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>A lock file as it was read or written. Whoever meets the same bytes again knows what they say.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Bytes">The file's; none when there was no file.</param>
public sealed record LockSnapshot(NarrationLock Content, ReadOnlyMemory<byte> Bytes);
