namespace FlamingHorse.Narration.Transcripts;

/// <summary>The way from a text to its transcript with the fewest words changed, lost and added.</summary>
internal static class WordAlignment
{
    /// <summary>
    /// A table of more cells than this would take longer than the take; such a difference is a fault however it is aligned.
    /// </summary>
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<AlignmentStep> Align(IReadOnlyList<SpokenToken> said, IReadOnlyList<SpokenToken> heard)
    {
        var head = 0;
        while (head < said.Count && head < heard.Count && said[head].Form == heard[head].Form)
        {
            head++;
        }

        var tail = 0;
        while (tail < said.Count - head && tail < heard.Count - head && said[^(tail + 1)].Form == heard[^(tail + 1)].Form)
        {
            tail++;
        }

        return
        [
            .. Same(said, heard, 0, 0, head),
            .. Middle([.. said.Skip(head).SkipLast(tail)], [.. heard.Skip(head).SkipLast(tail)]),
            .. Same(said, heard, said.Count - tail, heard.Count - tail, tail),
        ];
    }

    private static IEnumerable<AlignmentStep> Same(
        IReadOnlyList<SpokenToken> said,
        IReadOnlyList<SpokenToken> heard,
        int fromSaid,
        int fromHeard,
        int count
    ) => Enumerable.Range(0, count).Select(i => new AlignmentStep(StepKind.Same, said[fromSaid + i], heard[fromHeard + i]));

    private static List<AlignmentStep> Middle(SpokenToken[] said, SpokenToken[] heard)
    {
        if ((long)(said.Length + 1) * (heard.Length + 1) > MostCells)
        {
            return
            [
                .. said.Select(word => new AlignmentStep(StepKind.Lost, word, null)),
                .. heard.Select(word => new AlignmentStep(StepKind.Added, null, word)),
            ];
        }

        var costs = EditTable.Fill(said.Length, heard.Length, (i, j) => said[i].Form == heard[j].Form);
        var steps = new List<AlignmentStep>();
        var (i, j) = (said.Length, heard.Length);
        while (i > 0 || j > 0)
        {
            var isSame = i > 0 && j > 0 && said[i - 1].Form == heard[j - 1].Form;
            if (i > 0 && j > 0 && costs[i, j] == costs[i - 1, j - 1] + (isSame ? 0 : 1))
            {
                steps.Add(new(isSame ? StepKind.Same : StepKind.Other, said[--i], heard[--j]));
            }
            else if (i > 0 && costs[i, j] == costs[i - 1, j] + 1)
            {
                steps.Add(new(StepKind.Lost, said[--i], null));
            }
            else
            {
                steps.Add(new(StepKind.Added, null, heard[--j]));
            }
        }

        steps.Reverse();
        return steps;
    }
}
