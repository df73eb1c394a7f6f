using System.Diagnostics;
using CliWrap;
using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Processes;

/// <summary>What takes the place of process groups on Windows; run there, or under wine by <c>build/test-windows.sh</c>.</summary>
[Trait("System", "Windows")]
public sealed class WindowsChildTests
{
    private const string NotHere = "job objects are Windows' alone";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_child_is_ended_with_its_tree()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), NotHere);
        var before = Shells();
        // A shell in a shell, which waits for input that never comes.
        var pipes = new ChildPipes { Input = PipeSource.Create((_, ended) => Task.Delay(Timeout.Infinite, ended)) };
        var child = ChildProcess.Spawn(Commands.Plain("cmd.exe", "/c", "cmd.exe", "/k"), pipes);
        var clock = Stopwatch.StartNew();
        while (Shells().Except(before).Count() < 2)
        {
            clock.Elapsed.ShouldBeLessThan(Patience, "the second shell never came");
            await Task.Delay(50);
        }

        await child.DisposeAsync();

        clock.Restart();
        while (Shells().Except(before).Any())
        {
            clock.Elapsed.ShouldBeLessThan(Patience, "a shell lived on");
            await Task.Delay(50);
        }
    }

    /// <summary>The last handle is closed by the system when the build ends, however it ends.</summary>
    [Fact]
    public async Task A_process_ends_with_the_last_handle_of_its_job()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Skip(NotHere);
            return;
        }

        var start = new ProcessStartInfo("cmd.exe", ["/k"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var job = new WindowsJob();
        job.Add(process);
        process.HasExited.ShouldBeFalse();

        job.Dispose();

        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    private static HashSet<int> Shells() => [.. Process.GetProcessesByName("cmd").Select(process => process.Id)];
}
