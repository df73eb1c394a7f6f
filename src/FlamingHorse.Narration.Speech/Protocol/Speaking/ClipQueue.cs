using System.Collections.Concurrent;

namespace FlamingHorse.Narration.Speech.Protocol.Speaking;

/// <summary>Distributes clips over the cores in order of arrival. Each thread makes one clip at a time.</summary>
internal sealed class ClipQueue
{
    /// <summary>The number of threads. Each needs about 20 MB for the network, and more for long sentences.</summary>
    private const int MostThreads = 8;

    private readonly BlockingCollection<Action> _waiting = [];
    private readonly object _counting = new(); // not a Lock: it is waited on
    private int _threads;
    private int _unfinished;

    public static int Width { get; } = Math.Min(Environment.ProcessorCount, MostThreads);

    /// <param name="work">Must not throw.</param>
    public void Add(Action work)
    {
        lock (_counting)
        {
            _unfinished++;
            if (_threads < Math.Min(_unfinished, Width))
            {
                _threads++;
                new Thread(Work) { IsBackground = true, Name = $"clips {_threads}" }.Start();
            }
        }

        _waiting.Add(work);
    }

    /// <summary>Waits until the queue is empty.</summary>
    public void Drain()
    {
        lock (_counting)
        {
            while (_unfinished > 0)
            {
                Monitor.Wait(_counting);
            }
        }
    }

    private void Work()
    {
        foreach (var work in _waiting.GetConsumingEnumerable())
        {
            work();
            lock (_counting)
            {
                _unfinished--;
                Monitor.PulseAll(_counting);
            }
        }
    }
}
