using System.Text;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>How a short child ended.</summary>
/// <param name="ExitCode">128 + signal for one that a signal ended.</param>
/// <param name="Output">The first MiB of standard output.</param>
/// <param name="Errors">The last 8 KiB of standard error.</param>
internal sealed record ChildRun(int ExitCode, string Output, string Errors)
{
    private const int LongestOutput = 1 << 20;

    /// <summary>Runs a child to its end: input in, outputs drained side by side, killed with its tree on cancellation or when it takes too long.</summary>
    /// <exception cref="ChildStartException">The program is missing or may not be run.</exception>
    /// <exception cref="TimeoutException">It took longer than <paramref name="limit"/>.</exception>
    public static async Task<ChildRun> ToEndAsync(ChildCommand command, string input, TimeSpan limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var child = ChildProcess.Start(command);
        await using (child.ConfigureAwait(false))
        {
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            timer.CancelAfter(limit);
            var output = DrainAsync(child.Output);
            var written = WriteAsync(child.Input, input);
            try
            {
                var code = await child.Exit.WaitAsync(timer.Token).ConfigureAwait(false);
                await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1), cancellation)).ConfigureAwait(false);
                return new ChildRun(code, output.IsCompletedSuccessfully ? await output.ConfigureAwait(false) : "", child.Errors);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new TimeoutException($"'{command.Program}' did not end within {limit.TotalSeconds:0} s");
            }
            finally
            {
                _ = written.Exception; // a child that reads nothing is not an error of ours
            }
        }
    }

    private static async Task WriteAsync(Stream stream, string input)
    {
        try
        {
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(input)).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // the child closed its end
        }
    }

    private static async Task<string> DrainAsync(Stream stream)
    {
        var kept = new byte[LongestOutput];
        var rest = new byte[4096];
        var length = 0;
        try
        {
            while (true)
            {
                var target = length < kept.Length ? kept.AsMemory(length) : rest;
                var read = await stream.ReadAsync(target).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                length = Math.Min(kept.Length, length + read);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // the pipe went with the child
        }

        return Encoding.UTF8.GetString(kept, 0, length);
    }
}
