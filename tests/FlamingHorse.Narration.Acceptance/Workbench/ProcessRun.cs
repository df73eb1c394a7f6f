using System.Diagnostics;
using System.Text;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>A program that was started with exactly the environment it was given, and what it printed.</summary>
public sealed class ProcessRun : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TimeSpan _limit;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private ProcessRun(Process process, TimeSpan limit)
    {
        _process = process;
        _limit = limit;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool IsRunning => !_process.HasExited;

    /// <summary>Since the start; of an ended process, until its end was seen.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="program">Full path, or a name on the machine's PATH.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">All of it; nothing is inherited.</param>
    /// <param name="limit">When it is killed, with its children.</param>
    /// <param name="arguments">One each.</param>
    public static ProcessRun Start(
        string program,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        TimeSpan limit,
        params IEnumerable<string> arguments
    )
    {
        // Tests that run under nohup or in the background ignore signals; what a user starts does not.
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal", program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(new() { StartInfo = start }, limit);
    }

    /// <summary>An environment with further variables, or with other values.</summary>
    public static Dictionary<string, string> With(
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyDictionary<string, string> added
    ) => new(environment.Where(e => !added.ContainsKey(e.Key)).Concat(added), StringComparer.Ordinal);

    /// <summary>Waits for the end of the process and of its output.</summary>
    /// <exception cref="TimeoutException">It did not end in time and is gone now.</exception>
    public async Task<int> WaitAsync()
    {
        using var limit = new CancellationTokenSource(_limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            _watch.Stop();
            return _process.ExitCode;
        }
        catch (OperationCanceledException tooLate)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"{string.Join(' ', _process.StartInfo.ArgumentList)} did not end in {_limit.TotalSeconds} s. It printed:\n{Output}",
                tooLate
            );
        }
    }

    /// <summary>SIGKILL to this process and to nothing else, as the kernel or an impatient user does it.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (IsRunning)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Append(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Append(line).Append('\n');
            }
        }
    }
}
