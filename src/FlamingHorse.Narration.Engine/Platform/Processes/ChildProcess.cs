using System.ComponentModel;
using System.Diagnostics;
using CliWrap;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>
/// A running child: its standard streams are pipes (it never holds the build's own), standard error is always read, and it is gone with
/// everything in its group when this is disposed of, and with the build however the build ends. CliWrap starts it; see ADR 13 for what is
/// added to CliWrap here.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>The time between the request to end and the kill.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _kill = new();
    private readonly TaskCompletionSource<int> _exitCode = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ErrorLog _errors;
    private WindowsJob? _job;

    private ChildProcess(ChildCommand command, string program, ChildPipes pipes)
    {
        _errors = new ErrorLog(pipes.OnErrorLine);
        var execution = command
            .ToCliWrap(program)
            .WithStandardInputPipe(pipes.Input)
            .WithStandardOutputPipe(new BoundedPipeTarget(pipes.Output, _exitCode.Task))
            .WithStandardErrorPipe(new BoundedPipeTarget(_errors, _exitCode.Task))
            .ExecuteAsync(start => command.ReplaceEnvironment(start.Environment), OnStarted, _kill.Token);
        Id = execution.ProcessId;
        Exit = WaitAsync(execution);
    }

    /// <summary>The process id; with a launcher or a session of its own, also the id of its group.</summary>
    public int Id { get; }

    /// <summary>The end of what the child wrote to standard error.</summary>
    public string Errors => _errors.Tail;

    /// <summary>
    /// The exit code; 128 + signal for a child that a signal ended. Completes when both outputs are read as well, or a moment after the
    /// child's end when something it left behind holds them; nothing is left of its group then.
    /// </summary>
    public Task<int> Exit { get; }

    /// <exception cref="ChildStartException">The program is missing or may not be run.</exception>
    public static ChildProcess Spawn(ChildCommand command, ChildPipes pipes)
    {
        command.Environment.TryGetValue("PATH", out var searchPath);
        var program = Executable.Find(command.Program, searchPath, command.WorkingDirectory)
            ?? throw new ChildStartException(command.Program, "was not found or is not executable");
        try
        {
            return new ChildProcess(command, program, pipes);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            throw new ChildStartException(command.Program, $"cannot be started: {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>Asks the child's group to end; after a grace period kills the child's tree and its group.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (_exitCode.Task.IsCompleted)
        {
            await Task.WhenAny(Exit).ConfigureAwait(false); // soon: what it left behind is given a moment, and ended
            return;
        }

        if (!OperatingSystem.IsWindows() && grace > TimeSpan.Zero)
        {
            ProcessGroup.Terminate(Id);
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
        if (OperatingSystem.IsWindows())
        {
            _job?.Dispose();
        }

        _kill.Dispose();
    }

    private void OnStarted(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            _job = new WindowsJob();
            _job.Add(process);
        }

        _ = ReportExitAsync(process);
    }

    /// <summary>The outputs wait for this, and CliWrap for them, so the process is not disposed of before its code was read.</summary>
    private async Task ReportExitAsync(Process process)
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        _exitCode.SetResult(process.ExitCode);
    }

    private async Task<int> WaitAsync(Task<CommandResult> execution)
    {
        try
        {
            await execution.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // it was killed; the code tells
        }
        finally
        {
            ProcessGroup.Kill(Id);
        }

        return await _exitCode.Task.ConfigureAwait(false);
    }

    /// <summary>The tree first: a process that left the group is only found while its parent lives. CliWrap kills in the call.</summary>
    private void Kill()
    {
        _kill.Cancel();
        ProcessGroup.Kill(Id);
    }
}
