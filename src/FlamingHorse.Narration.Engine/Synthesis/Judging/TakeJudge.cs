using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>
/// Decides whether an engine's raw clip may be stored: first by the signal gate, then by each recognizer for what is still missing.
/// </summary>
internal sealed class TakeJudge(ClipJudge gate, IReadOnlyList<ITakeChecker> checkers)
{
    /// <summary>Whether clips that pass the gate must go through <see cref="ListenAsync"/> before they are stored.</summary>
    public bool Listens => checkers.Count > 0;

    /// <summary>The signal gate. Pure; any thread.</summary>
    public JudgedClip Measure(SynthesisRequest request, RawClip raw, int attempt) => gate.Judge(request, raw, attempt);

    /// <summary>
    /// Asks the checkers in order for what is still missing. The first transcript counts, and the voice's own word times take precedence
    /// over heard ones. If a checker refuses a take, the next one does not get it.
    /// </summary>
    /// <returns>In the order of the takes; what passed has its scores in its record.</returns>
    public async Task<IReadOnlyList<JudgedClip>> ListenAsync(IReadOnlyList<TakeToCheck> takes, CancellationToken cancellation)
    {
        var verdicts = takes.Select(_ => new List<TakeVerdict>()).ToList();
        foreach (var checker in checkers)
        {
            var open = Enumerable.Range(0, takes.Count).Where(index => IsToAsk(checker, takes[index], verdicts[index])).ToList();
            if (open.Count == 0)
            {
                continue;
            }

            var answers = await checker.CheckAsync([.. open.Select(index => takes[index])], cancellation).ConfigureAwait(false);
            if (answers.Count != open.Count)
            {
                throw new InvalidOperationException($"{checker.GetType().Name} answered {answers.Count} verdicts for {open.Count} takes.");
            }

            foreach (var (index, answer) in open.Zip(answers))
            {
                verdicts[index].Add(answer);
            }
        }

        return [.. takes.Zip(verdicts, Conclude)];
    }

    private static bool IsToAsk(ITakeChecker checker, TakeToCheck take, List<TakeVerdict> verdicts) =>
        !verdicts.Exists(verdict => verdict.IsRefused) && (checker.Brings & Missing(take, verdicts)) != HeardParts.None;

    /// <summary>Likeness is not requested; it is used if a checker reports it.</summary>
    private static HeardParts Missing(TakeToCheck take, List<TakeVerdict> verdicts)
    {
        var hasWords = take.Clip.Record.Words is not null || verdicts.Exists(verdict => verdict.Check?.Words is not null);
        var hasTranscript = verdicts.Exists(verdict => verdict.Check?.Transcript is not null);
        return (hasTranscript ? HeardParts.None : HeardParts.Transcript) | (hasWords ? HeardParts.None : HeardParts.Words);
    }

    private static JudgedClip Conclude(TakeToCheck take, List<TakeVerdict> verdicts)
    {
        IReadOnlyList<TakeCheck> checks = [.. verdicts.Select(verdict => verdict.Check).OfType<TakeCheck>()];
        if (verdicts.Exists(verdict => verdict.IsRefused))
        {
            return new JudgedClip(null, [.. verdicts.SelectMany(verdict => verdict.Problems)])
            {
                Checks = checks,
                Refused = take.Clip with { Record = take.Clip.Record with { Checks = checks } },
            };
        }

        var known = take.Clip.Record.Words;
        var record = take.Clip.Record with
        {
            Checks = checks.Count == 0 ? null : checks,
            // The voice's own times are best, then those of a recognizer.
            Words = known ?? checks.Select(check => check.Words).FirstOrDefault(words => words is not null),
            Flags = [.. take.Clip.Record.Flags, .. verdicts.SelectMany(verdict => verdict.Flags)],
        };
        record = known is null ? PaceRule.NoteDrift(record, take.Clip.Request) : record;
        return new JudgedClip(take.Clip with { Record = record }, []);
    }
}
