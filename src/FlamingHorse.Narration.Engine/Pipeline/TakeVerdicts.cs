using System.Globalization;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Findings about takes in which other words were heard, or that were not listened to.</summary>
internal static class TakeVerdicts
{
    /// <summary>At each text: FHN4002 and FHN4006, or FHN4003 and FHN4004 if listening is required.</summary>
    public static IEnumerable<Finding> Describe(IReadOnlyList<SegmentTake> takes, NarrationSettings settings)
    {
        if (settings.Check == CheckMode.Off)
        {
            yield break;
        }

        foreach (var take in takes.Where(take => take.Take is not null && take.Segment.Recording is null))
        {
            var verdict = take.Take!.Check?.Verdict;
            var isRequired = settings.Check == CheckMode.Required && take.Source is not (TakeSource.OtherShard or TakeSource.Failed);
            if (verdict is LockedCheck.Doubtful or LockedCheck.Refused)
            {
                yield return Disputed(take, verdict, isRequired);
            }
            else if (verdict is null && isRequired)
            {
                yield return QualityFindings.TakeUnheard.At(
                    take.Segment.Source.Place,
                    $"'{take.Segment.Id}': nobody has listened to this take, but NarrationCheck=Required demands it. Run CheckNarration "
                        + $"on a machine with a recognizer (docs/quality.md), or accept the take with NarrationAccept={take.Segment.Id}."
                );
            }
        }
    }

    /// <summary>One line about all takes of this run that a recognizer could have checked; null if there are none.</summary>
    public static string? DescribeUnheard(IReadOnlyList<SegmentTake> takes, NarrationSettings settings)
    {
        var unheard = takes.Count(take =>
            take is { Source: TakeSource.Synthesized, Take.Check: null }
            && take.Segment.Voice?.Voice.Backend is not (null or NeuralVoice.Backend or "system")
        );
        return unheard == 0 || settings.Check != CheckMode.WhenAvailable
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Narration: nobody has listened to {unheard} new {(unheard == 1 ? "take" : "takes")}. Set up a recognizer "
                    + $"(docs/quality.md), or hide this line with NarrationCheck=Off."
            );
    }

    /// <summary>FHN4005 for all segments that a check could not listen to, at the first one.</summary>
    public static Finding NobodyListened(IReadOnlyList<PlannedSegment> segments) =>
        QualityFindings.NobodyListened.At(
            segments[0].Source.Place,
            $"Nobody has listened to {TakeChecks.Count(segments.Count, "take", "takes")}: {TakeChecks.Names(segments)}. A "
                + $"recognizer that writes down what it hears is needed (an aligner only times words): reference the package "
                + $"FlamingHorse.Narration.Speech and fetch a model with PrepareNarration, -p:NarrationRecognizer=whisper and "
                + $"-p:NarrationAllowDownload=true, or name a program in NarrationRecognizerCommand."
        );

    private static Finding Disputed(SegmentTake take, string verdict, bool isRequired)
    {
        var (segment, check) = (take.Segment, take.Take!.Check!);
        var heard = take.Checks.FirstOrDefault(one => one.Transcript is not null)?.Transcript;
        var what =
            take.Checks.Select(one => LikenessRule.FindProblem(one.Scores)).FirstOrDefault(problem => problem is not null) is { } other
                ? $"hears {other}"
            : heard is null ? "hears something other than the text"
            : TranscriptJudge.Describe(segment.Spoken, segment.Language, new Hearing(check.By) { Transcript = heard })
                is { Count: > 0 } words
                ? string.Join(", ", words)
            : $"heard: {heard}";
        var cure =
            verdict == LockedCheck.Doubtful
                ? $"Listen to it: if it is right, accept it with NarrationAccept={segment.Id}; if a word is misread, a lexicon line or "
                    + $"SpokenAs helps."
                : $"Make a new one with NarrationRetake=failed, or accept it with NarrationAccept={segment.Id}.";
        var kind =
            isRequired ? QualityFindings.DoubtNotEnded
            : verdict == LockedCheck.Doubtful ? QualityFindings.TakeDoubtful
            : QualityFindings.TakeRefused;
        return kind.At(segment.Source.Place, $"'{segment.Id}' is {verdict}: {check.By} {what}. {cure}");
    }
}
