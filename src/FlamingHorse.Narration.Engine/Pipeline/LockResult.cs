using FlamingHorse.Narration.Engine.Drift;
using FlamingHorse.Narration.Engine.Locks;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>What a run made of the lock.</summary>
/// <param name="IsChanged">The file was written.</param>
/// <param name="Final">The project's own lock, also in a draft; null when it cannot be read.</param>
/// <param name="Drift">What became of the lengths; null when none of them moved.</param>
internal sealed record LockResult(bool IsChanged, LockSnapshot? Final, NarrationDrift? Drift);
