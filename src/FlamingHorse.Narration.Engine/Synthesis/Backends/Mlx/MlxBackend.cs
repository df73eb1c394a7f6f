using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;

/// <summary>Qwen3-TTS by mlx-audio: a voice cloned from a recording, spoken by the package's own Python worker.</summary>
internal sealed class MlxBackend : IBackend
{
    /// <inheritdoc/>
    public BackendDescriptor Descriptor { get; } = new("mlx", "MLX, with a cloned voice", []);

    /// <inheritdoc/>
    public ValueTask<ResolvedVoice> ResolveVoiceAsync(VoiceSettings configured, VoiceContext context, CancellationToken cancellation) =>
        ValueTask.FromResult(ClonedVoice.Resolve(configured, context, needsReference: true));

    /// <inheritdoc/>
    public string? FindMissingSetup(IReadOnlyList<ResolvedVoice> voices, VoiceContext context)
    {
        if (context.Settings.Worker.IsPythonConfigured)
        {
            return null;
        }

        var python = context.Settings.Worker.Python;
        if (!context.IsProgramHere(python))
        {
            return "MLX (NarrationBackend=mlx): no environment made by SetupNarration, and "
                + (python.Length == 0 ? "no python3 but Apple's own, which has no modules" : $"no {python} on PATH");
        }

        // Almost every machine has some python3. If there is no reference either, nothing was set up.
        return voices.All(voice => voice.Problem?.Kind == VoiceFindings.ReferenceMissing)
            ? $"MLX (NarrationBackend=mlx): no environment made by SetupNarration, NarrationPython not set, and "
                + $"{voices[0].Problem!.Message}"
            : null;
    }

    /// <inheritdoc/>
    public bool IsNotSetUp(Finding finding, NarrationSettings settings) => WorkerCommands.IsNotSetUp(finding, settings);

    /// <inheritdoc/>
    public Finding? Refuse(SynthesisRequest request) =>
        QualityModels.IsSupportedByMlx(request.Voice.Model)
            ? null
            : VoiceFindings.ModelUnsupported.At(
                request.Place,
                $"mlx-audio does not support {request.Voice.Model}, a 25 Hz model. Set NarrationQuality to Final or Draft until it "
                    + $"does, or NarrationModel to a 12 Hz model."
            );

    /// <inheritdoc/>
    public ISynthesizer CreateSynthesizer(SynthesisOptions options, TakeJudge judge) =>
        new WorkerSynthesizer(options with { Program = new MlxProgram() }, options.Timeouts, judge);

    /// <inheritdoc/>
    public Task<bool> PrepareAsync(PreparationContext context, CancellationToken cancellation) =>
        new MlxPreparation(context).RunAsync(cancellation);
}
