using System.Text;
using CliWrap;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>How a short child ended.</summary>
/// <param name="ExitCode">128 + signal for one that a signal ended.</param>
/// <param name="Output">The first MiB of standard output.</param>
/// <param name="Errors">The last 8 KiB of standard error.</param>
internal sealed record ChildRun(int ExitCode, string Output, string Errors)
{
    private const int MaxOutputBytes = 1 << 20;

    /// <summary>
    /// Runs a child to its end: writes its input, reads both outputs, and ends it with everything it started on cancellation or when it
    /// takes too long. A child that does not read its input is not an error.
    /// </summary>
    /// <param name="command">What is started.</param>
    /// <param name="input">Its standard input, as UTF-8.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="onLine">Hears each line of the output while the child runs.</param>
    /// <exception cref="ChildStartException">The program is missing or may not be run.</exception>
    /// <exception cref="TimeoutException">It took longer than <paramref name="limit"/>.</exception>
    public static async Task<ChildRun> RunAsync(
        ChildCommand command,
        string input,
        TimeSpan limit,
        CancellationToken cancellation,
        Action<string>? onLine = null
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var output = new CappedOutput(MaxOutputBytes, onLine);
        var pipes = new ChildPipes { Input = PipeSource.FromBytes(Encoding.UTF8.GetBytes(input)), Output = output };
        var child = ChildProcess.Spawn(command, pipes);
        await using (child.ConfigureAwait(false))
        {
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            timer.CancelAfter(limit);
            try
            {
                var code = await child.Exit.WaitAsync(timer.Token).ConfigureAwait(false);
                return new ChildRun(code, output.Text, child.Errors);
            }
            catch (OperationCanceledException tooLate) when (!cancellation.IsCancellationRequested)
            {
                throw new TimeoutException($"'{command.Program}' did not end within {limit.TotalSeconds:0} s", tooLate);
            }
        }
    }
}
