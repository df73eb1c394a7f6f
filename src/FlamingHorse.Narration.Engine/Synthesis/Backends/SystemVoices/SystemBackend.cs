using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Voices;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>The voices of the operating system. Which of its programs speaks is part of the key, and the lock's goes first.</summary>
internal sealed class SystemBackend : IBackend
{
    /// <inheritdoc/>
    public BackendDescriptor Descriptor { get; } = new("system", "the voice of the operating system", []);

    /// <inheritdoc/>
    public ValueTask<ResolvedVoice> ResolveVoiceAsync(VoiceSettings configured, VoiceContext context, CancellationToken cancellation)
    {
        var engine = context.FindPin(configured)?.Engine is { Length: > 0 } locked
            ? locked
            : SystemEngines.Find(context.IsProgramHere) ?? "";
        var resolved = NamedVoice.Resolve(configured, context, configured.Model ?? context.Settings.Defaults.SystemModel ?? "", engine);
        if (engine.Length == 0)
        {
            return ValueTask.FromResult(resolved with { IsKeyed = false });
        }

        return ValueTask.FromResult(
            context.IsProgramHere(SystemEngines.Program(engine))
                ? resolved
                : resolved with
                {
                    Problem = VoiceFindings.EngineVoiceMissing.At(
                        configured.Place,
                        $"The lock file says that '{configured.Name}' speaks with {engine}, which is not on this machine. Install {engine}, build with NarrationMissing=Estimate, or remove the voice from {LockFile.FileName} to speak with another engine."
                    ),
                }
        );
    }

    /// <inheritdoc/>
    public string? FindMissingSetup(IReadOnlyList<ResolvedVoice> voices, VoiceContext context) =>
        voices.Any(resolved => resolved.Voice.Engine.Length == 0)
            ? $"the operating system's voice (NarrationBackend=system): {Engines} not found on PATH"
            : null;

    /// <inheritdoc/>
    public ISynthesizer CreateSynthesizer(SynthesisOptions options, TakeJudge judge) =>
        new SpeakerSynthesizer(() => new SystemSpeaker(options), judge);

    /// <inheritdoc/>
    public Task<bool> PrepareAsync(PreparationContext context, CancellationToken cancellation)
    {
        if (SystemEngines.Find(context.IsProgramHere) is { } engine)
        {
            context.Log.Line($"ok      system voice             {engine}");
            return Task.FromResult(true);
        }

        context.Log.Report(
            VoiceFindings.NoBackend.At(
                null,
                "The operating system has no voice: neither flite nor espeak-ng is on PATH. Install one of them."
            )
        );
        return Task.FromResult(false);
    }

    private static string Engines =>
        OperatingSystem.IsMacOS() ? SystemEngines.Say
        : OperatingSystem.IsWindows() ? "PowerShell"
        : $"{SystemEngines.Flite} and {SystemEngines.Espeak}";
}
