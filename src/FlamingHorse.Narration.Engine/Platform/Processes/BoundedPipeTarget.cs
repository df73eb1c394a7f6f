using CliWrap;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>
/// Reads a child's pipe until it ends, or until a moment after the child's own end: something that the child left behind may hold the pipe
/// open, and CliWrap would wait for that. It never closes the pipe of a child that still runs.
/// </summary>
/// <param name="target">Receives what is read. It may stop early.</param>
/// <param name="exited">Completes when the child has ended.</param>
internal sealed class BoundedPipeTarget(PipeTarget target, Task exited) : PipeTarget
{
    /// <summary>How long a pipe may stay open after the child's end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <remarks>
    /// CliWrap's cancellation is not passed on: it means that the child is being killed, and its last words are still wanted.
    /// A read that blocks in the system can't be cancelled, only left alone.
    /// </remarks>
    public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default)
    {
        using var abandon = new CancellationTokenSource();
        var reading = target.CopyFromAsync(origin, abandon.Token);
        if (await Task.WhenAny(reading, exited).ConfigureAwait(false) == exited)
        {
            await Task.WhenAny(reading, Task.Delay(Patience, CancellationToken.None)).ConfigureAwait(false);
        }

        if (reading.IsCompleted)
        {
            await reading.ConfigureAwait(false);
            await exited.ConfigureAwait(false);
        }
        else
        {
            await abandon.CancelAsync().ConfigureAwait(false);
        }
    }
}
