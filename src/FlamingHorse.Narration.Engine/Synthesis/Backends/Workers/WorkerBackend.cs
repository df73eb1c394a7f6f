using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>Any program that speaks the worker protocol.</summary>
internal sealed class WorkerBackend : IBackend
{
    /// <inheritdoc/>
    public BackendDescriptor Descriptor => WorkerRows.Descriptor;

    /// <inheritdoc/>
    public ValueTask<ResolvedVoice> ResolveVoiceAsync(VoiceSettings configured, VoiceContext context, CancellationToken cancellation) =>
        ValueTask.FromResult(ClonedVoice.Resolve(configured, context, needsReference: false));

    /// <inheritdoc/>
    public bool IsNotSetUp(Finding finding, NarrationSettings settings) => WorkerCommands.IsNotSetUp(finding, settings);

    /// <inheritdoc/>
    public ISynthesizer CreateSynthesizer(SynthesisOptions options, TakeJudge judge) =>
        new WorkerSynthesizer(options with { Program = new UserProgram() }, options.Timeouts, judge);
}
