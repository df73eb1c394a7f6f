using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>Makes the synthesizer of a backend by its name.</summary>
public static class Synthesizers
{
    /// <summary>Starts nothing yet.</summary>
    /// <exception cref="NarrationException">FHN2002: no such backend.</exception>
    public static ISynthesizer Create(SynthesisOptions options) =>
        Create(options, WorkerTimeouts.From(options.Environment.GetValueOrDefault));

    internal static ISynthesizer Create(SynthesisOptions options, WorkerTimeouts timeouts) =>
        BackendRegistry
            .Find(options.Backend)
            .CreateSynthesizer(options with { Timeouts = timeouts }, new TakeJudge(new ClipJudge(), options.Checkers));
}
