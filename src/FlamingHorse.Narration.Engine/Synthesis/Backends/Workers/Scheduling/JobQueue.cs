namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

/// <summary>
/// What is still to be spoken, in the order of speaking: what must go alone first, then voice by voice, similar lengths
/// together, since a batch lasts as long as its longest item. What another build holds waits aside.
/// </summary>
internal sealed class JobQueue
{
    private readonly List<Job> _alone = [];
    private readonly List<Job> _pending;
    private readonly List<Job> _deferred = [];
    private readonly HashSet<string> _voices = new(StringComparer.Ordinal);

    /// <param name="jobs">The first of each voice stays its first: it is heard first, and stands for the voice.</param>
    public JobQueue(IReadOnlyList<Job> jobs)
    {
        var voices = jobs.Select(job => job.Group.Voice).Distinct().ToList();
        var canaries = jobs.DistinctBy(job => job.Group.Voice).ToHashSet();
        _pending =
        [
            .. jobs.OrderBy(job => voices.IndexOf(job.Group.Voice))
                .ThenBy(job => canaries.Contains(job) ? 0 : 1)
                .ThenBy(job => job.Group.Language, StringComparer.Ordinal)
                .ThenBy(job => job.Group.Sampling.ToString(), StringComparer.Ordinal)
                .ThenBy(job => job.Spoken.Estimate),
        ];
    }

    public bool IsEmpty => _alone.Count + _pending.Count + _deferred.Count == 0;

    public bool HasDeferred => _deferred.Count > 0;

    public IEnumerable<Job> All => _alone.Concat(_pending).Concat(_deferred);

    /// <summary>
    /// Back to the front, in the order given; one that must go alone waits behind others that must. The first of a voice is again the first
    /// that goes out.
    /// </summary>
    public void Return(IEnumerable<Job> jobs)
    {
        var list = jobs.Where(job => !job.IsGivenUp).ToList();
        _voices.ExceptWith(list.Where(job => job is { IsCanary: true, IsAlone: false }).Select(job => job.Group.Voice));
        _alone.AddRange(list.Where(job => job.IsAlone));
        _pending.InsertRange(0, list.Where(job => !job.IsAlone));
    }

    public void Remove(Func<Job, bool> match)
    {
        _alone.RemoveAll(job => match(job));
        _pending.RemoveAll(job => match(job));
        _deferred.RemoveAll(job => match(job));
    }

    /// <summary>Empties the queue.</summary>
    public IReadOnlyList<Job> TakeAll()
    {
        var all = All.ToList();
        Remove(_ => true);
        return all;
    }

    /// <summary>Asks again for what others held.</summary>
    public void Recall()
    {
        _pending.AddRange(_deferred);
        _deferred.Clear();
    }

    /// <summary>The next batch's jobs, all of them claimed; empty when no request is available now.</summary>
    /// <param name="limitOf">How many items a voice's batches may have.</param>
    /// <param name="claim">Asked once for each, just before it goes out.</param>
    public async Task<IReadOnlyList<Job>> TakeAsync(Func<string, int> limitOf, Func<Job, ValueTask<ClaimResult>> claim)
    {
        while (_alone.Count > 0)
        {
            var job = TakeFirst(_alone);
            if (await HasAsync(job, claim).ConfigureAwait(false))
            {
                return [job];
            }
        }

        var taken = new List<Job>();
        while (_pending.Count > 0)
        {
            var head = taken.Count > 0 ? taken[0] : _pending[0];
            var isFirst = !_voices.Contains(head.Group.Voice);
            var limit = isFirst ? 1 : limitOf(head.Group.Voice);
            var index = taken.Count == 0 ? 0 : _pending.FindIndex(job => job.Group == head.Group);
            if (taken.Count >= limit || index < 0)
            {
                break;
            }

            var job = _pending[index];
            _pending.RemoveAt(index);
            if (await HasAsync(job, claim).ConfigureAwait(false))
            {
                taken.Add(job);
                if (isFirst)
                {
                    job.IsCanary = true;
                    _voices.Add(job.Group.Voice);
                    break;
                }
            }
        }

        return taken;
    }

    private static Job TakeFirst(List<Job> jobs)
    {
        var job = jobs[0];
        jobs.RemoveAt(0);
        return job;
    }

    private async ValueTask<bool> HasAsync(Job job, Func<Job, ValueTask<ClaimResult>> claim)
    {
        if (!job.IsClaimed)
        {
            var result = await claim(job).ConfigureAwait(false);
            job.IsClaimed = result == ClaimResult.Mine;
            if (result == ClaimResult.Busy)
            {
                _deferred.Add(job);
            }
        }

        return job.IsClaimed;
    }
}
