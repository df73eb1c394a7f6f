using System.Globalization;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Exercise;

/// <summary>Says every text as a tone of its predicted length. The voice's model is the tone's frequency in hertz.</summary>
internal sealed class ExerciseBackend : IBackend
{
    public BackendDescriptor Descriptor { get; } = new("exercise", "A tone, to show what a backend takes", []);

    public ValueTask<ResolvedVoice> ResolveVoiceAsync(VoiceSettings configured, VoiceContext context, CancellationToken cancellation) =>
        ValueTask.FromResult(NamedVoice.Resolve(configured, context, configured.Model ?? "440"));

    public Finding? Refuse(SynthesisRequest request) =>
        double.TryParse(request.Voice.Model, CultureInfo.InvariantCulture, out _)
            ? null
            : VoiceFindings.EngineVoiceMissing.At(
                request.Place,
                $"'{request.Voice.Model}' is no frequency. Set Model of the NarrationVoice '{request.Voice.Name}' to a number of hertz."
            );

    public ISynthesizer CreateSynthesizer(SynthesisOptions options, TakeJudge judge) => new SpeakerSynthesizer(() => new Tone(), judge);

    public Task<bool> PrepareAsync(PreparationContext context, CancellationToken cancellation)
    {
        context.Log.Line(
            $"ok      tone                     {string.Join(", ", context.Voices.Select(resolved => resolved.Voice.Model))} Hz"
        );
        return Task.FromResult(true);
    }

    private sealed class Tone : ISpeaker
    {
        private const int Rate = 24_000;

        public int Concurrency => 2;

        public Task PrepareAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation) =>
            Task.CompletedTask;

        public Task<RawClip> SpeakAsync(SynthesisRequest request, long seed, CancellationToken cancellation)
        {
            var hertz = double.Parse(request.Voice.Model, CultureInfo.InvariantCulture);
            var count = (int)(request.Estimate.TotalSeconds * Rate);
            var samples = Enumerable.Range(0, count).Select(n => 0.2f * (float)Math.Sin(2 * Math.PI * hertz * n / Rate));
            return Task.FromResult(new RawClip(new([.. samples], Rate)) { IsDeterministic = true });
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
