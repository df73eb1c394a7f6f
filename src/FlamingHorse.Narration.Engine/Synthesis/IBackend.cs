using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>
/// One way to speak. A new one is a file that implements this and a line in <see cref="BackendRegistry"/>. Backends hold no state: whatever
/// one run needs is handed in.
/// </summary>
internal interface IBackend
{
    /// <summary>Its name, and what settings and manual say of it.</summary>
    BackendDescriptor Descriptor { get; }

    /// <summary>Its voices take an author's pronunciations in phonemes.</summary>
    bool TakesPhonemes => false;

    /// <summary>Its voices take <c>Speed</c>.</summary>
    bool TakesSpeed => false;

    /// <summary>The same text and seed give the same lengths and word times on every machine, so that a take can be made again.</summary>
    bool IsReproducible => false;

    /// <summary>
    /// Finds what goes into the keys of a voice, and the lock's line for it. Reads reference files and may ask a program which voices it
    /// has, but starts nothing where <see cref="VoiceContext.IsDesignTime"/> is true. What this machine lacks comes from the lock.
    /// </summary>
    /// <param name="configured">The voice as configured.</param>
    /// <param name="context">Settings, the lock's voices, and what this machine has.</param>
    /// <param name="cancellation">Ends the wait for a program.</param>
    ValueTask<ResolvedVoice> ResolveVoiceAsync(VoiceSettings configured, VoiceContext context, CancellationToken cancellation);

    /// <summary>
    /// What was tried, where it is plain that nobody set this backend up on this machine; else null. Looks at files only.
    /// </summary>
    /// <param name="voices">The voices of all clips to be made; at least one.</param>
    /// <param name="context">As for <see cref="ResolveVoiceAsync"/>.</param>
    string? FindMissingSetup(IReadOnlyList<ResolvedVoice> voices, VoiceContext context) => null;

    /// <summary>Whether a failure of this backend means that nobody ever set it up: FHN2001 is said then.</summary>
    bool IsNotSetUp(Finding finding, NarrationSettings settings) => finding.Kind == VoiceFindings.NoBackend;

    /// <summary>Why this request cannot be served, at its place, as far as can be known without starting anything; else null.</summary>
    Finding? Refuse(SynthesisRequest request) => null;

    /// <summary>Makes what speaks; starts nothing yet.</summary>
    /// <param name="options">What a run needs beyond its requests.</param>
    /// <param name="judge">Decides which takes are good enough to be stored.</param>
    ISynthesizer CreateSynthesizer(SynthesisOptions options, TakeJudge judge);

    /// <summary>
    /// Checks that a build would find everything it needs, and warms it up. What is wrong is reported, each with its cure.
    /// </summary>
    /// <param name="context">The resolved voices, and where to report.</param>
    /// <param name="cancellation">Ends the preparation.</param>
    /// <returns>Whether a build can speak.</returns>
    Task<bool> PrepareAsync(PreparationContext context, CancellationToken cancellation)
    {
        context.Log.Line($"NarrationBackend={Descriptor.Name} needs no preparation; a build contacts it when there is something to say.");
        return Task.FromResult(true);
    }
}
