namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>An attempt gave no speech; the next one may succeed.</summary>
internal sealed class AttemptFailedException(string problem, Exception? cause = null) : Exception(problem, cause);
