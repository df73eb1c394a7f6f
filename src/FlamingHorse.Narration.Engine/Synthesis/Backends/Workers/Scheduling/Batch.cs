using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

/// <summary>Items that go through a model together, and which of them are still unanswered.</summary>
internal sealed class Batch(long number, IReadOnlyList<BatchItem> items)
{
    private readonly Dictionary<long, BatchItem> _open = items.ToDictionary(item => item.Id);

    public long Number { get; } = number;

    public IReadOnlyList<BatchItem> Items { get; } = items;

    public BatchGroup Group { get; } = items[0].Job.Group;

    /// <summary>Who speaks all of it.</summary>
    public Voice Voice { get; } = items[0].Job.Spoken.Voice;

    /// <summary>One seed a batch; a batch of one has its item's own.</summary>
    public long Seed { get; } = Seeds.For(items[0].Job.Spoken, items[0].Job.Attempts.Current);

    public TimeSpan LongestCap { get; } = FrameCap.Length(items.Max(item => item.MostFrames));

    public IEnumerable<BatchItem> Open => _open.Values.OrderBy(item => item.Position);

    public bool IsAnswered => _open.Count == 0;

    /// <summary>Since <c>started</c>; null before.</summary>
    public TimeSpan? StartedAt { get; set; }

    /// <summary>Steps so far, as the worker tells.</summary>
    public double Frames { get; set; }

    /// <summary>Length of the longest clip that came out of it.</summary>
    public TimeSpan LongestClip { get; set; }

    /// <summary>Items that ran out of memory.</summary>
    public List<Job> OutOfMemory { get; } = [];

    public bool Holds(long id) => _open.ContainsKey(id);

    public BatchItem Answer(long id)
    {
        _open.Remove(id, out var item);
        return item!;
    }

    /// <summary>Deletes what unanswered items have of their files; returns their jobs.</summary>
    public IReadOnlyList<Job> Abandon()
    {
        var open = Open.ToList();
        foreach (var item in open)
        {
            item.DeleteFile();
        }

        return [.. open.Select(item => item.Job)];
    }
}
