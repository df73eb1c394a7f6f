using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>The workers of a build so far, whichever model they were for: restarts are limited in all.</summary>
/// <param name="Starts">Workers started.</param>
/// <param name="Failures">Workers that failed.</param>
/// <param name="Last">The last failure, for the error when no restart is left.</param>
internal sealed record RestartHistory(int Starts = 0, int Failures = 0, Finding? Last = null);
