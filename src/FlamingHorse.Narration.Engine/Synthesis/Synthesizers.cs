using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Http;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>The way from a backend's name to something that speaks.</summary>
public static class Synthesizers
{
    /// <summary>Starts nothing yet.</summary>
    /// <exception cref="NarrationException">FHN2002: no such backend.</exception>
    public static ISynthesizer Create(SynthesisOptions options) =>
        Create(options, WorkerTimeouts.From(options.Environment.GetValueOrDefault));

    internal static ISynthesizer Create(SynthesisOptions options, WorkerTimeouts timeouts)
    {
        var judge = new TakeJudge(new ClipJudge(options.Loudness), options.Checkers);
        return options.Backend switch
        {
            "system" => new SpeakerSynthesizer(() => new SystemSpeaker(options), judge),
            "http" => new SpeakerSynthesizer(
                () => new HttpSpeaker(options, RetryPolicy.Usual, options.Environment.GetValueOrDefault),
                judge
            ),
            "mlx" or "worker" => new WorkerSynthesizer(options, timeouts, judge),
            _ => throw new NarrationException(
                VoiceFindings.UnknownBackend.At(null, $"NarrationBackend is '{options.Backend}'. It can be mlx, system, http or worker.")
            ),
        };
    }
}
