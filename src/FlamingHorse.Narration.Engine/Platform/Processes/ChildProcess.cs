using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>
/// A running child: its own pipes (it never holds the build's standard handles), standard error always drained, gone when
/// this is disposed of, and gone with the build however the build ends. The only place that knows
/// <see cref="System.Diagnostics.Process"/>.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>From the polite signal to the kill.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>How long a pipe may stay open after the child's end, held by something that the child left behind.</summary>
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly IDisposable? _job;
    private readonly ErrorLog _errors;
    private readonly Task _drained;

    private ChildProcess(Process process, IDisposable? job, Action<string>? onErrorLine)
    {
        _process = process;
        _job = job;
        _errors = new ErrorLog(onErrorLine);
        _drained = _errors.DrainAsync(process.StandardError.BaseStream);
        Exit = WaitAsync();
    }

    public int Id => _process.Id;

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>The end of what the child wrote to standard error.</summary>
    public string Errors => _errors.Tail;

    /// <summary>The exit code; 128 + signal for a child that a signal ended.</summary>
    public Task<int> Exit { get; }

    /// <exception cref="ChildStartException">The program is missing or may not be run.</exception>
    public static ChildProcess Start(ChildCommand command, Action<string>? onErrorLine = null)
    {
        command.Environment.TryGetValue("PATH", out var searchPath);
        var program = Executable.Find(command.Program, searchPath, command.WorkingDirectory)
            ?? throw new ChildStartException(command.Program, "is not found, or may not be run");
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = command.WorkingDirectory ?? "",
        };
        start.Environment.Clear();
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        var isLaunched = command.Launcher is not null && !OperatingSystem.IsWindows();
        start.FileName = isLaunched ? "/bin/sh" : program;
        if (isLaunched)
        {
            start.ArgumentList.Add(command.Launcher!);
            start.ArgumentList.Add(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(program);
        }

        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var process = Process.Start(start)!;
            return new ChildProcess(process, Guard(process), onErrorLine);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            throw new ChildStartException(command.Program, $"cannot be started: {e.Message}", e);
        }
    }

    /// <summary>A polite signal to the child and its group, then, after a grace, the kill of its whole tree.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (Exit.IsCompleted)
        {
            return;
        }

        if (!OperatingSystem.IsWindows() && grace > TimeSpan.Zero)
        {
            UnixSignal.SendToGroup(Id, UnixSignal.Terminate);
            if (await Task.WhenAny(Exit, Task.Delay(grace)).ConfigureAwait(false) == Exit)
            {
                return;
            }
        }

        Kill();
        await Task.WhenAny(Exit, Task.Delay(Grace)).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(Grace).ConfigureAwait(false);
        _job?.Dispose();
        _process.Dispose();
    }

    private static WindowsJob? Guard(Process process)
    {
        if (!OperatingSystem.IsWindows())
        {
            return null;
        }

        var job = new WindowsJob();
        job.Add(process);
        return job;
    }

    private void Kill()
    {
        try
        {
            // The tree first: a member that left the group is still a child until its parent is gone.
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // already gone
        }

        if (!OperatingSystem.IsWindows() && !Exit.IsCompleted)
        {
            UnixSignal.SendToGroup(Id, UnixSignal.Kill);
        }
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        await Task.WhenAny(_drained, Task.Delay(PipeGrace)).ConfigureAwait(false);
        return _process.ExitCode;
    }
}
