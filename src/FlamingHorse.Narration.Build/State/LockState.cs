namespace FlamingHorse.Narration.Build.State;

/// <summary>The lock file as a build left it.</summary>
/// <param name="Stamp">Of the file; content compared.</param>
/// <param name="Relevant">Checksum of the entries that this project and framework use; another framework may add its own without concern to
/// us.</param>
internal sealed record LockState(FileStamp Stamp, uint Relevant);
