namespace FlamingHorse.Narration.Transcripts;

/// <summary>Where a transcript says something else than its text.</summary>
internal static class Differences
{
    /// <summary>
    /// In the order of the text. Runs with one equal word between them are one: recognizers get words wrong by the phrase.
    /// </summary>
    /// <param name="text">What was to be said.</param>
    /// <param name="transcript">What was heard.</param>
    /// <param name="language">Full name.</param>
    public static IReadOnlyList<Difference> Find(string text, string transcript, string language)
    {
        var steps = WordAlignment.Align(SpokenForm.Of(text, language), SpokenForm.Of(transcript, language));
        return
        [
            .. Runs(steps)
                .Select(run => Describe(steps, run))
                .Where(difference => Letters(difference.SaidWords) != Letters(difference.HeardWords)),
        ];
    }

    /// <summary>What is written in one word or in two is the same to an ear.</summary>
    private static string Letters(string words) => words.Replace(" ", "", StringComparison.Ordinal);

    private static List<(int Start, int End)> Runs(IReadOnlyList<AlignmentStep> steps)
    {
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Kind == StepKind.Same)
            {
                continue;
            }

            var (start, end) = Widen(steps, i, i + 1);
            if (runs.Count > 0 && start <= runs[^1].End + 1)
            {
                (start, runs) = (Math.Min(start, runs[^1].Start), runs[..^1]);
            }

            runs.Add((start, Math.Max(end, i + 1)));
        }

        return runs;
    }

    /// <summary>To whole tokens: what one token says is read as one.</summary>
    private static (int Start, int End) Widen(IReadOnlyList<AlignmentStep> steps, int start, int end)
    {
        while (start > 0 && ShareToken(steps[start - 1], steps[start]))
        {
            start--;
        }

        while (end < steps.Count && ShareToken(steps[end - 1], steps[end]))
        {
            end++;
        }

        return (start, end);
    }

    private static bool ShareToken(AlignmentStep one, AlignmentStep next) =>
        (one.Said is { } said && next.Said?.Token == said.Token) || (one.Heard is { } heard && next.Heard?.Token == heard.Token);

    private static Difference Describe(IReadOnlyList<AlignmentStep> steps, (int Start, int End) run)
    {
        IReadOnlyList<AlignmentStep> inside = [.. steps.Skip(run.Start).Take(run.End - run.Start)];
        var before = steps.Take(run.Start);
        var said = Range(inside.Select(step => step.Said), before.LastOrDefault(step => step.Said is not null).Said);
        var heard = Range(inside.Select(step => step.Heard), before.LastOrDefault(step => step.Heard is not null).Heard);
        return new Difference(inside, said, heard, steps.Skip(run.End).All(step => step.Said is null));
    }

    private static TokenRange Range(IEnumerable<SpokenToken?> words, SpokenToken? before)
    {
        var tokens = words.OfType<SpokenToken>().Select(word => word.Token).ToList();
        var next = before is { } last ? last.Token + 1 : 0;
        return tokens.Count > 0 ? new(tokens[0], tokens[^1] + 1) : new(next, next);
    }
}
