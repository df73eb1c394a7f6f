using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>The keys that this build has claimed against others, each until its clip is stored or given up. Any thread.</summary>
internal sealed class KeyClaims : IDisposable
{
    private readonly ConcurrentDictionary<ActionKey, IDisposable> _held = new();

    public void Hold(ActionKey key, IDisposable claim) => _held[key] = claim;

    /// <summary>Frees the key of a request, and that of its stand-in.</summary>
    public void Release(SynthesisRequest request)
    {
        Release(request.Key);
        if (request.StandIn is { } standIn)
        {
            Release(standIn.Key);
        }
    }

    /// <summary>Frees all remaining claims.</summary>
    public void Dispose()
    {
        foreach (var key in _held.Keys)
        {
            Release(key);
        }
    }

    private void Release(ActionKey key)
    {
        if (_held.TryRemove(key, out var held))
        {
            held.Dispose();
        }
    }
}
