using System.Diagnostics;
using System.Globalization;
using CliWrap;
using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Processes;

/// <summary>
/// A process in the child's group whose parent has ended: the system has given it another parent, so the child's tree no longer holds it.
/// </summary>
[Trait("Needs", "a Unix: its children are shell scripts")]
public sealed class ReparentedProcessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_survives_when_only_the_tree_is_killed()
    {
        using var leader = Process.Start(
            new ProcessStartInfo("setsid", ["sh", "-c", Script(memberIgnoresTerm: false, holdsOutput: false, "sleep 50")])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var member = int.Parse((await leader.StandardOutput.ReadLineAsync().WaitAsync(Limit))!, CultureInfo.InvariantCulture);
        leader.Kill(entireProcessTree: true);
        await leader.WaitForExitAsync().WaitAsync(Limit);

        LiveProcess.IsRunning(member).ShouldBeTrue();
        using var process = Process.GetProcessById(member);
        process.Kill();
    }

    [Theory]
    [InlineData(true, false, false, false)]
    [InlineData(true, true, false, false)]
    [InlineData(true, true, true, false)]
    [InlineData(true, true, true, true)]
    [InlineData(false, false, false, false)]
    [InlineData(false, true, false, false)]
    [InlineData(false, true, true, true)]
    public async Task It_ends_when_the_child_is_stopped(bool isLaunched, bool memberIgnoresTerm, bool leaderIgnoresTerm, bool holdsOutput)
    {
        var end = leaderIgnoresTerm ? "trap '' TERM; while :; do sleep 1; done" : "exec sleep 50";
        var (child, member) = await StartAsync(isLaunched, Script(memberIgnoresTerm, holdsOutput, end));
        await child.StopAsync(TimeSpan.FromSeconds(0.3));
        await LiveProcess.WaitForEndAsync(member);
        await child.DisposeAsync();
    }

    [Fact]
    public async Task It_ends_when_the_child_is_stopped_without_SIGTERM()
    {
        var (child, member) = await StartAsync(isLaunched: true, Script(memberIgnoresTerm: true, holdsOutput: false, "exec sleep 50"));
        await child.StopAsync(TimeSpan.Zero);
        await LiveProcess.WaitForEndAsync(member);
        await child.DisposeAsync();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task It_ends_when_the_child_has_ended_by_itself(bool isLaunched, bool holdsOutput)
    {
        var (child, member) = await StartAsync(isLaunched, Script(memberIgnoresTerm: true, holdsOutput, "exit 3"));
        (await child.Exit.WaitAsync(Limit)).ShouldBe(3);
        await child.DisposeAsync();
        await LiveProcess.WaitForEndAsync(member);
    }

    /// <summary>
    /// A shell starts the member and ends at once; the script waits for that, prints the member's id, and goes on as told.
    /// </summary>
    private static string Script(bool memberIgnoresTerm, bool holdsOutput, string then) =>
        $"""
            exec 3>&1
            member=$({(memberIgnoresTerm ? "trap '' TERM; " : "")}sleep 55 {(holdsOutput ? ">&3" : ">/dev/null 2>&1 3>&-")} & echo $!)
            exec 3>&-
            echo $member
            {then}
            """;

    private static async Task<(ChildProcess Child, int Member)> StartAsync(bool isLaunched, string script)
    {
        var command = isLaunched ? Commands.Launched("sh", "-c", script) : Commands.Plain("setsid", "sh", "-c", script);
        var member = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var child = ChildProcess.Spawn(command, new ChildPipes { Output = PipeTarget.ToDelegate(line => member.TrySetResult(line)) });
        return (child, int.Parse(await member.Task.WaitAsync(Limit), CultureInfo.InvariantCulture));
    }
}
