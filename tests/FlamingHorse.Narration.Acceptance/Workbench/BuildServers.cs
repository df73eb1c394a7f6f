using System.Collections.Concurrent;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>The servers of one run of tests: as many as builds ran at once.</summary>
/// <param name="name">Begins the name of each.</param>
public sealed class BuildServers(string name)
{
    private readonly ConcurrentBag<BuildServer> _all = [];
    private readonly ConcurrentStack<BuildServer> _free = [];
    private int _count;

    public IEnumerable<BuildServer> All => _all;

    /// <summary>A server that no other build uses until it is disposed of.</summary>
    public BuildServer Rent()
    {
        if (!_free.TryPop(out var server))
        {
            server = new(this, $"{name}-{Interlocked.Increment(ref _count)}");
            _all.Add(server);
        }

        return server;
    }

    internal void Return(BuildServer server) => _free.Push(server);
}
