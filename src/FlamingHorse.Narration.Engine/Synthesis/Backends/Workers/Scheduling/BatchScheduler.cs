namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

/// <summary>
/// What goes to the worker next, and what is with it now. Two batches are with it at any time, so that its device never waits for the host.
/// </summary>
/// <param name="jobs">All of the run.</param>
/// <param name="claim">Asked once for each job, just before it goes out.</param>
/// <param name="nameFile">An absolute path for the clip of an item's number.</param>
/// <param name="poll">Between two looks at what another build holds.</param>
internal sealed class BatchScheduler(
    IReadOnlyList<Job> jobs,
    Func<Job, ValueTask<ClaimResult>> claim,
    Func<long, string> nameFile,
    TimeSpan poll
)
{
    private const int BatchesAhead = 2;

    private readonly JobQueue _queue = new(jobs);
    private readonly List<Batch> _inFlight = [];
    private TimeSpan _recallAt;
    private long _lastId;
    private long _lastBatch;
    private int _answered;

    public bool IsDone => _inFlight.Count == 0 && Next is null && _queue.IsEmpty;

    public bool HasRoom => _inFlight.Count < BatchesAhead;

    /// <summary>A batch that is formed and claimed, and not yet sent.</summary>
    public Batch? Next { get; private set; }

    /// <summary>What the worker is at, or will be at first.</summary>
    public Batch? Running => _inFlight.Count > 0 ? _inFlight[0] : null;

    /// <summary>How fast the worker speaks.</summary>
    public Pace Pace { get; } = new();

    /// <summary>When to ask again for what another build holds; null when there is nothing to ask for, or no room for it.</summary>
    public TimeSpan? RecallAt => _queue.HasDeferred && HasRoom ? _recallAt : null;

    /// <summary>Forms the next batch if there is none; false when no request is available now.</summary>
    /// <param name="limitOf">How many items a voice's batches may have.</param>
    /// <param name="now">On the run's clock.</param>
    public async Task<bool> FormNextAsync(Func<string, int> limitOf, TimeSpan now)
    {
        if (Next is not null)
        {
            return true;
        }

        if (_queue.HasDeferred && now >= _recallAt)
        {
            _queue.Recall();
            _recallAt = now + poll;
        }

        var taken = await _queue.TakeAsync(limitOf, claim).ConfigureAwait(false);
        Next = taken.Count == 0 ? null : new Batch(++_lastBatch, [.. taken.Select(Item)]);
        return Next is not null;
    }

    /// <summary>The next batch is with the worker from now on.</summary>
    public Batch Dispatch()
    {
        var batch = Next!;
        _inFlight.Add(batch);
        Next = null;
        return batch;
    }

    public Batch? Find(long number) => _inFlight.Find(batch => batch.Number == number);

    /// <summary>Takes an item out of its batch; null when the worker has no such item.</summary>
    public (BatchItem Item, Batch Batch)? Answer(long id)
    {
        if (_inFlight.Find(batch => batch.Holds(id)) is not { } batch)
        {
            return null;
        }

        _answered++;
        return (batch.Answer(id), batch);
    }

    /// <summary>Every item of the batch is answered.</summary>
    public void Close(Batch batch, TimeSpan now)
    {
        _inFlight.Remove(batch);
        Pace.Learn(batch, now);
    }

    /// <summary>Takes out the batch that a failing worker was at; null when it was at none, as far as anybody can tell.</summary>
    public Batch? TakeSuspect()
    {
        var suspect = Running is { } running && (running.StartedAt is not null || _answered == 0) ? running : null;
        if (suspect is not null)
        {
            _inFlight.RemoveAt(0);
        }

        return suspect;
    }

    /// <summary>The worker has ended: jobs that it had not started return to the front of the queue.</summary>
    public void TakeBack()
    {
        IReadOnlyList<Batch> batches = Next is null ? [.. _inFlight] : [.. _inFlight, Next];
        _inFlight.Clear();
        (Next, _answered) = (null, 0);
        _queue.Return(batches.SelectMany(batch => batch.Abandon()));
    }

    /// <inheritdoc cref="JobQueue.Return"/>
    public void Return(IReadOnlyList<Job> returned) => _queue.Return(returned);

    /// <summary>All of a voice that is not answered yet.</summary>
    public IReadOnlyList<Job> JobsOf(string voice) =>
        [
            .. _queue
                .All.Concat(_inFlight.Append(Next).OfType<Batch>().SelectMany(batch => batch.Open).Select(item => item.Job))
                .Where(job => job.Group.Voice == voice)
                .Distinct(),
        ];

    /// <summary>Drops what was given up; true when the worker is still at some of that voice.</summary>
    public bool Drop(string voice)
    {
        _queue.Remove(job => job.IsGivenUp);
        Next = Next?.Group.Voice == voice ? null : Next;
        return _inFlight.Exists(batch => batch.Group.Voice == voice);
    }

    /// <summary>Empties the queue; what the worker has stays with it.</summary>
    public IReadOnlyList<Job> TakeWaiting() => _queue.TakeAll();

    private BatchItem Item(Job job, int position) => new(++_lastId, job, position, FrameCap.For(job.Spoken.Estimate), nameFile(_lastId));
}
