using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>From an engine's raw clip to one that may be stored, or to the reasons why it may not. Pure; any thread.</summary>
internal sealed class ClipJudge
{
#pragma warning disable CA1822 // an instance, so that a synthesizer can be given another
    public JudgedClip Judge(SynthesisRequest request, RawClip raw, int attempt)
#pragma warning restore CA1822
    {
        var verdict = QualityGate.Judge(raw.Signal);
        var problems = verdict.Problems.ToList();
        if (raw.IsCut)
        {
            problems.Add($"no end: the model ran to its cap of {raw.Signal.Duration.TotalSeconds:0.0} s");
        }

        if (problems.Count > 0)
        {
            return new JudgedClip(null, problems, raw.IsCut);
        }

        var clip = raw.Speech is { } speech ? PostProcessing.Apply(raw.Signal, loudness: null, speech) : PostProcessing.Apply(raw.Signal);
        var flags = verdict.Flags.ToList();
        // An engine that accounts for every word has no length to be suspected of.
        if (raw.Words is null && QualityGate.LengthProblem(clip.Signal.Duration, request.Estimate) is { } problem)
        {
            if (!raw.IsDeterministic)
            {
                return new JudgedClip(null, [problem], clip.Signal.Duration > request.Estimate);
            }

            flags.Add("unusual-length"); // an engine without chance does not babble: here the estimate is what is off
        }

        var wav = WavFile.Write(clip.Signal);
        var voice = request.Voice;
        var record = clip.Describe(wav, request.Key, voice.Name, voice.Backend, voice.Model) with
        {
            Engine = raw.Engine,
            Seed = raw.Seed,
            Attempts = attempt,
            BatchSize = raw.BatchSize,
            BatchPosition = raw.BatchPosition,
            ElapsedMs = (long)raw.Elapsed.TotalMilliseconds,
            Flags = flags,
            Words = WordPlacement.Place(raw, clip),
            Unread = raw.Unread.Count == 0 ? null : raw.Unread,
        };
        return new JudgedClip(new FinishedClip(request, record, wav), []);
    }
}
