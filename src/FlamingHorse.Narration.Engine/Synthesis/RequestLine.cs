using System.Threading.Channels;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>A queue of requests that wait for a speaker. It ends when every request is settled, or when one ends the run.</summary>
internal sealed class RequestLine
{
    private readonly Channel<SpokenRequest> _waiting = Channel.CreateUnbounded<SpokenRequest>();
    private int _open;

    /// <summary>Lines up what is to be spoken.</summary>
    public void Open(IReadOnlyList<SynthesisRequest> requests)
    {
        _open = requests.Count;
        foreach (var request in requests)
        {
            Return(new SpokenRequest(request, AttemptLog.Empty, IsClaimed: false));
        }
    }

    public IAsyncEnumerable<SpokenRequest> ReadAllAsync(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);

    /// <summary>Sends a request to the end of the line.</summary>
    public void Return(SpokenRequest request) => _waiting.Writer.TryWrite(request);

    /// <summary>One request is done, failed, or another build's.</summary>
    public void Close()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _waiting.Writer.TryComplete();
        }
    }

    /// <summary>Ends the queue with an error, which its reader receives.</summary>
    public void Fail(Exception error) => _waiting.Writer.TryComplete(error);
}
