using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Voices;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>The voices of the operating system. Which of its programs speaks is part of the key; the lock's is preferred.</summary>
internal sealed class SystemBackend : IBackend
{
    /// <inheritdoc/>
    public BackendDescriptor Descriptor { get; } = new("system", "the voice of the operating system", []);

    /// <inheritdoc/>
    public ValueTask<ResolvedVoice> ResolveVoiceAsync(VoiceSettings configured, VoiceContext context, CancellationToken cancellation) =>
        new SystemVoiceResolver(configured, context).ResolveAsync(cancellation);

    /// <inheritdoc/>
    public string? FindMissingSetup(IReadOnlyList<ResolvedVoice> voices, VoiceContext context) =>
        voices.Any(resolved => resolved.Voice.Engine.Length == 0 && resolved.Problem is null)
            ? $"the operating system's voice (NarrationBackend=system): {SystemEngines.DescribeAbsence(context.Family)}"
            : null;

    /// <inheritdoc/>
    public ISynthesizer CreateSynthesizer(SynthesisOptions options, TakeJudge judge) =>
        new SpeakerSynthesizer(() => new SystemSpeaker(options), judge);

    /// <inheritdoc/>
    public Task<bool> PrepareAsync(PreparationContext context, CancellationToken cancellation)
    {
        var family = CurrentSystem.Family;
        if (SystemEngines.Find(context.IsProgramHere, family) is { } engine)
        {
            context.Log.Line($"ok      system voice             {engine}");
            return Task.FromResult(true);
        }

        context.Log.Report(
            VoiceFindings.NoBackend.At(
                null,
                $"The operating system has no voice: {SystemEngines.DescribeAbsence(family)}. "
                    + $"{SystemEngines.Named(SystemEngines.Of(family)[0])!.Cure(family)}"
            )
        );
        return Task.FromResult(false);
    }
}
