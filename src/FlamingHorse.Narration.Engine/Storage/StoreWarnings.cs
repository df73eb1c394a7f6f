using System.Collections.Concurrent;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>Keeps a store from saying a thing twice: some findings are said once, others are counted and said at the end.</summary>
public sealed class StoreWarnings(Action<Finding> report)
{
    private readonly ConcurrentDictionary<string, byte> _said = new();
    private readonly ConcurrentDictionary<FindingKind, Tally> _tallies = new();
    private readonly Lock _gate = new();

    /// <summary>Says this the first time that the code (and, where given, the variant of it) occurs.</summary>
    public void Once(FindingKind kind, string message, string variant = "")
    {
        if (_said.TryAdd(kind.Code + variant, 0))
        {
            Report(kind, message);
        }
    }

    /// <summary>Counts one more; <paramref name="wording"/> of the first makes the message out of the number.</summary>
    public void Count(FindingKind kind, Func<int, string> wording) =>
        Interlocked.Increment(ref _tallies.GetOrAdd(kind, _ => new Tally(wording)).Number);

    /// <summary>Says what was counted since the last call.</summary>
    public void Flush()
    {
        foreach (var (kind, tally) in _tallies.OrderBy(pair => pair.Key.Code, StringComparer.Ordinal))
        {
            if (Interlocked.Exchange(ref tally.Number, 0) is > 0 and var number)
            {
                Report(kind, tally.Wording(number));
            }
        }
    }

    private void Report(FindingKind kind, string message)
    {
        lock (_gate)
        {
            report(kind.At(null, message));
        }
    }

    private sealed class Tally(Func<int, string> wording)
    {
        public int Number;

        public Func<int, string> Wording { get; } = wording;
    }
}
