using System.Threading.Channels;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>
/// The queue of takes for the recognizers, so that no speaker waits for them. When the recognizers are free, the waiting takes become one
/// batch, up to a limit. Verdicts arrive while other takes are still being checked, and they survive an interrupted build.
/// </summary>
internal sealed class ListeningQueue : IDisposable
{
    /// <summary>The usual most takes in a batch; an entry with more takes is not split.</summary>
    private const int MostTakes = 16;

    private readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly TakeJudge _judge;
    private readonly CancellationToken _cancellation;

    public ListeningQueue(TakeJudge judge, CancellationToken cancellation)
    {
        (_judge, _cancellation) = (judge, cancellation);
        if (judge.Listens)
        {
            _ = Task.Run(ListenAsync, CancellationToken.None);
        }
    }

    /// <summary>Verdicts of the takes, in their order.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled before a recognizer listened.</exception>
    public Task<IReadOnlyList<JudgedClip>> CheckAsync(IReadOnlyList<TakeToCheck> takes)
    {
        var waiting = new Waiting(takes);
        return _waiting.Writer.TryWrite(waiting)
            ? waiting.Verdicts.Task
            : Task.FromException<IReadOnlyList<JudgedClip>>(new OperationCanceledException());
    }

    public void Dispose() => _waiting.Writer.TryComplete();

    private async Task ListenAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            var batch = new List<Waiting>();
            while (batch.Sum(entry => entry.Takes.Count) < MostTakes && _waiting.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            await AnswerAsync(batch).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(List<Waiting> batch)
    {
        try
        {
            _cancellation.ThrowIfCancellationRequested();
            var verdicts = await _judge.ListenAsync([.. batch.SelectMany(waiting => waiting.Takes)], _cancellation).ConfigureAwait(false);
            var first = 0;
            foreach (var waiting in batch)
            {
                waiting.Verdicts.TrySetResult([.. verdicts.Skip(first).Take(waiting.Takes.Count)]);
                first += waiting.Takes.Count;
            }
        }
        catch (Exception e)
        {
            foreach (var waiting in batch)
            {
                waiting.Verdicts.TrySetException(e);
            }
        }
    }

    private sealed record Waiting(IReadOnlyList<TakeToCheck> Takes)
    {
        public TaskCompletionSource<IReadOnlyList<JudgedClip>> Verdicts { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
