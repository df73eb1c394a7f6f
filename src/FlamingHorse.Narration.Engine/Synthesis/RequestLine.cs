using System.Threading.Channels;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>Requests that wait for a speaker. The line ends when each of them is closed, or when one brings the round down.</summary>
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

    /// <summary>Ends the line with an error, which whoever reads it meets.</summary>
    public void Fail(Exception error) => _waiting.Writer.TryComplete(error);
}
