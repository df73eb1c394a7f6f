using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>Decides about a take from what was heard in it. Pure.</summary>
internal static class TranscriptJudge
{
    /// <summary>
    /// A take without a fault counts as heard. A take with a fault is refused, so that another is made. It is doubtful instead if another
    /// would say the same: its voice says everything the same way each time, or the same other words were heard in an earlier attempt. A
    /// take in another voice is always refused.
    /// </summary>
    public static TakeVerdict Judge(TakeToCheck take, Hearing hearing)
    {
        var request = take.Clip.Request;
        var check = new TakeCheck(TakeOutcome.Heard, hearing.By)
        {
            // An empty transcript of a clip with speech says nothing; the signal gate refuses clips without speech.
            Transcript = string.IsNullOrWhiteSpace(hearing.Transcript) ? null : hearing.Transcript,
            Words = hearing.Words,
            Scores = LikenessRule.ScoresOf(hearing),
        };
        if (LikenessRule.FindProblem(check.Scores) is { } problem)
        {
            return new TakeVerdict(check with { Verdict = TakeOutcome.Refused }) { Problems = [problem] };
        }

        if (check.Transcript is null)
        {
            return check is { Words: null, Scores: null } ? TakeVerdict.NotHeard : new TakeVerdict(check);
        }

        var faults = FindFaults(request.Text, request.Language, hearing);
        if (faults.Count == 0)
        {
            return new TakeVerdict(check);
        }

        var isDoubtful = SaysEverythingOnce(take) || faults.All(fault => fault.IsOfOtherWords && WasHeardBefore(fault.Run, take));
        return new TakeVerdict(check with { Verdict = isDoubtful ? TakeOutcome.Doubtful : TakeOutcome.Refused })
        {
            Problems = [.. faults.Select(fault => Describe(fault.Run))],
        };
    }

    /// <summary>The differences that a listener would call faults, worded for a message; empty if the take says its text.</summary>
    public static IReadOnlyList<string> Describe(string text, string language, Hearing hearing) =>
        [.. FindFaults(text, language, hearing).Select(fault => Describe(fault.Run))];

    private static List<(Difference Run, bool IsOfOtherWords)> FindFaults(string text, string language, Hearing hearing)
    {
        var faults = new List<(Difference, bool)>();
        foreach (var run in Differences.Find(text, hearing.Transcript!, language))
        {
            var phonemes = hearing.Runs.FirstOrDefault(heard => (heard.Text, heard.Heard) == (run.Said, run.Heard))?.Phonemes;
            if (TranscriptRule.IsFault(run, language, phonemes))
            {
                faults.Add((run, TranscriptRule.IsOfOtherWords(run, phonemes)));
            }
        }

        return faults;
    }

    private static bool SaysEverythingOnce(TakeToCheck take) =>
        take.Raw.IsDeterministic || take.Clip.Request.Voice.Backend == NeuralVoice.Backend;

    private static bool WasHeardBefore(Difference run, TakeToCheck take)
    {
        var request = take.Clip.Request;
        return take
            .Earlier.SelectMany(attempt => attempt)
            .Select(check => check.Transcript)
            .OfType<string>()
            .Any(transcript =>
                Differences
                    .Find(request.Text, transcript, request.Language)
                    .Any(earlier => earlier.Said == run.Said && earlier.HeardWords == run.HeardWords)
            );
    }

    private static string Describe(Difference run) =>
        run.SaidWords.Length == 0 ? $"heard \"{run.HeardWords}\" besides"
        : run.HeardWords.Length == 0 ? $"did not hear \"{run.SaidWords}\""
        : $"heard \"{run.HeardWords}\" for \"{run.SaidWords}\"";
}
