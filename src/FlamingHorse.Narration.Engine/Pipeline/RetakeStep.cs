using FlamingHorse.Narration.Engine.Planning;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Finds the takes that a retake is to replace.</summary>
internal sealed class RetakeStep(IReadOnlyList<PlannedSegment> plan, RetakeSelection retakes, TakeFinder finder)
{
    /// <summary>
    /// By the index of each segment to be made again: SHA-256 of the takes that do not count as the new one, which are the lock's and
    /// the one that a store has now. Where only audio is missing and a store has another take, that one is adopted into <paramref name="takes"/>.
    /// </summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlySet<string>>> RunAsync(SegmentTake?[] takes)
    {
        var indices = retakes.IsEmpty ? [] : Enumerable.Range(0, plan.Count).Where(index => IsMeant(index, takes[index])).ToList();
        var found = await finder.FindAsync([.. indices.Select(index => plan[index].Key).Distinct()]).ConfigureAwait(false);
        var replaced = new Dictionary<int, IReadOnlySet<string>>();
        foreach (var index in indices)
        {
            var clip = found.GetValueOrDefault(plan[index].Key);
            if (clip is not null && !plan[index].IsRetake)
            {
                takes[index] = SegmentTake.Of(plan[index], clip);
                continue;
            }

            var old = new HashSet<string>(StringComparer.Ordinal) { takes[index]!.Take!.AudioHash };
            if (clip is not null)
            {
                old.Add(clip.Record.AudioHash);
            }

            replaced[index] = old;
        }

        return replaced;
    }

    private bool IsMeant(int index, SegmentTake? take) =>
        plan[index].Recording is null
        && take is { Take: not null, Source: not TakeSource.OtherShard }
        && (plan[index].IsRetake || (retakes.Missing && take.Source == TakeSource.AudioMissing));
}
