using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Voices;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>A speech server with the interface of OpenAI's.</summary>
internal sealed class HttpBackend : IBackend
{
    /// <inheritdoc/>
    public BackendDescriptor Descriptor => HttpSettings.Descriptor;

    /// <inheritdoc/>
    public ValueTask<ResolvedVoice> ResolveVoiceAsync(VoiceSettings configured, VoiceContext context, CancellationToken cancellation) =>
        ValueTask.FromResult(ClonedVoice.Resolve(configured, context, needsReference: false));

    /// <inheritdoc/>
    public ISynthesizer CreateSynthesizer(SynthesisOptions options, TakeJudge judge) =>
        new SpeakerSynthesizer(() => new HttpSpeaker(options, RetryPolicy.Usual, options.Environment.GetValueOrDefault), judge);
}
