using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;

/// <summary>The voice of the package FlamingHorse.Narration.Speech. Neither a quality nor a variable of MLX changes its model.</summary>
internal sealed class NeuralBackend : IBackend
{
    /// <inheritdoc/>
    public BackendDescriptor Descriptor => NeuralSettings.Descriptor;

    /// <inheritdoc/>
    public bool TakesPhonemes => true;

    /// <inheritdoc/>
    public bool TakesSpeed => true;

    /// <inheritdoc/>
    public bool IsReproducible => true;

    /// <inheritdoc/>
    public ValueTask<ResolvedVoice> ResolveVoiceAsync(VoiceSettings configured, VoiceContext context, CancellationToken cancellation)
    {
        var model = configured.Model ?? context.Settings.Defaults.SystemModel ?? NeuralVoice.DefaultModel;
        var resolved = NamedVoice.Resolve(configured, context, model);
        return ValueTask.FromResult(resolved with { Problem = FindProblem(configured, context.Settings) });
    }

    /// <inheritdoc/>
    public Finding? Refuse(SynthesisRequest request) =>
        request.Voice.Model == NeuralVoice.DefaultModel
        && !request.Language.Equals(NeuralVoice.Language, StringComparison.OrdinalIgnoreCase)
            ? VoiceFindings.LanguageUnsupported.At(
                request.Place,
                $"'{request.Id}' is in {request.Language}; the voice '{request.Voice.Model}' speaks {NeuralVoice.Language} only. Use a "
                    + $"cloned voice (NarrationBackend=mlx) or the operating system's (system) for this language, or correct Language."
            )
            : null;

    /// <inheritdoc/>
    public ISynthesizer CreateSynthesizer(SynthesisOptions options, TakeJudge judge) =>
        new WorkerSynthesizer(options with { Program = new NeuralProgram() }, options.Timeouts, judge);

    /// <inheritdoc/>
    public Task<bool> PrepareAsync(PreparationContext context, CancellationToken cancellation) =>
        new NeuralPreparation(context).RunAsync(cancellation);

    /// <summary>FHN2044: without the package nothing speaks.</summary>
    internal static Finding? FindProblem(VoiceSettings configured, NarrationSettings settings) =>
        settings.Values.Get(NeuralSettings.Program) switch
        {
            null => VoiceFindings.SpeechPackageMissing.At(
                configured.Place,
                "NarrationBackend is neural, or the lock says so, but the speech package is not referenced. Run 'dotnet add "
                    + "package FlamingHorse.Narration.Speech', or build with NarrationMissing=Estimate."
            ),
            var program when !File.Exists(program) => VoiceFindings.SpeechPackageMissing.At(
                configured.Place,
                $"The speech program is not at '{program}': the package FlamingHorse.Narration.Speech is damaged. Delete its "
                    + $"folder and restore it."
            ),
            _ => null,
        };
}
