using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>Turns an engine's raw clip into one that may be stored, or says why it may not be. Pure; any thread.</summary>
internal sealed class ClipJudge
{
#pragma warning disable CA1822 // an instance, so that a synthesizer can be given another
    public JudgedClip Judge(SynthesisRequest request, RawClip raw, int attempt)
#pragma warning restore CA1822
    {
        // A deterministic engine does not babble, nor does one that accounts for every word: oddities in their clips are only noted.
        var isTrusted = raw.IsDeterministic || raw.Words is not null;
        var ending = ClipEnding.Of(raw.Signal);
        var bounds = isTrusted ? SpeechBounds.Of(raw.Signal.Samples) : EndingRule.Frame(raw.Signal, ending);
        var verdict = QualityGate.Judge(raw.Signal, bounds);
        var problems = verdict.Problems.ToList();
        if (raw.IsCut)
        {
            problems.Add($"no end: the model ran to its cap of {raw.Signal.Duration.TotalSeconds:0.0} s");
        }

        if (!verdict.HasSound)
        {
            return new JudgedClip(null, problems, raw.IsCut);
        }

        var isTooLong = raw.IsCut;
        var flags = verdict.Flags.ToList();
        var speech = raw.Speech ?? bounds;
        var clip = PostProcessing.Apply(raw.Signal, loudness: null, speech);
        var pace = request.IsPaceLearned ? PaceRule.MeasurePace(speech.Length, raw.Signal.SampleRate, request.Estimate) : null;
        // A clear fault is reported alone: if a clip was cut at its cap, its length adds nothing.
        if (problems.Count == 0)
        {
            foreach (var (flag, problem) in EndingRule.FindProblems(ending))
            {
                (isTrusted ? flags : problems).Add(isTrusted ? flag : problem);
            }
        }

        // The length says nothing about an engine that accounts for every word.
        if (problems.Count == 0 && raw.Words is null && QualityGate.LengthProblem(clip.Signal.Duration, request.Estimate) is { } length)
        {
            // With a deterministic engine, it is the estimate that is wrong.
            (isTrusted ? flags : problems).Add(isTrusted ? "unusual-length" : length);
            isTooLong = clip.Signal.Duration > request.Estimate;
        }

        if (problems.Count == 0 && !isTrusted && pace is { } speed && PaceRule.FindProblem(speed) is { } odd)
        {
            problems.Add(odd);
        }

        var measures = new TakeMeasures
        {
            Ending = Math.Round(ending.Drop, 1),
            Tail = Math.Round(ending.AudibleTail, 2),
            Pace = pace is { } known ? Math.Round(known, 2) : null,
        };
        var finished = Finish(request, raw, clip, attempt, flags, measures);
        return problems.Count == 0 ? new JudgedClip(finished, []) : new JudgedClip(null, problems, isTooLong) { Refused = finished };
    }

    private static FinishedClip Finish(
        SynthesisRequest request,
        RawClip raw,
        ProcessedClip clip,
        int attempt,
        IReadOnlyList<string> flags,
        TakeMeasures measures
    )
    {
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
            Measures = measures,
        };
        return new FinishedClip(request, PaceRule.NoteDrift(record, request), wav);
    }
}
