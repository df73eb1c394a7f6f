namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>The bytes of a lock file and what they say, so that the same bytes need not be parsed again.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Bytes">The file's; none when there was no file.</param>
public sealed record LockSnapshot(NarrationLock Content, ReadOnlyMemory<byte> Bytes);
