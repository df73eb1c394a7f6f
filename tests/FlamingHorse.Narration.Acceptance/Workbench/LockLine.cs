namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>What a lock says of one segment.</summary>
public sealed record LockLine(string Key, string AudioHash, long SampleCount);
