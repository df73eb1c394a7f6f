namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>This time there was no speech; the next attempt may fare better.</summary>
internal sealed class AttemptFailedException(string problem, Exception? cause = null) : Exception(problem, cause);
