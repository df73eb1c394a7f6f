using System.Diagnostics;
using System.Globalization;
using CliWrap;
using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Processes;

[Trait("Needs", "a Unix: its children are shell scripts")]
public sealed class ChildPipesTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>CliWrap's own default closes the pipe, and the child is ended by SIGPIPE (141).</summary>
    [Fact]
    public async Task Output_that_nobody_reads_does_not_end_the_child() =>
        (await ExitAsync("head -c 1000000 /dev/zero; exit $?", new ChildPipes())).ShouldBe(0);

    [Fact]
    public async Task A_reader_that_stops_early_does_not_close_the_pipe()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reader = PipeTarget.Create(
            async (output, cancellation) =>
            {
                await output.ReadExactlyAsync(new byte[1], cancellation);
                stopped.SetResult();
            }
        );
        var child = ChildProcess.Spawn(
            Commands.Shell($"echo x; while [ ! -e '{_folder["go"]}' ]; do sleep 0.02; done; echo y; exit $?", isLaunched: false),
            new ChildPipes { Output = reader }
        );
        await using (child)
        {
            await stopped.Task.WaitAsync(Limit);
            await File.WriteAllTextAsync(_folder["go"], "");
            (await child.Exit.WaitAsync(Limit)).ShouldBe(0);
        }
    }

    /// <summary>The process that holds the pipes has left the group, so that no signal of ours ends it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pipes_that_another_process_holds_open_delay_the_end_by_only_a_moment(bool isLaunched)
    {
        var command = Commands.Shell("setsid sleep 20 & echo $!; echo problem >&2; exit 4", isLaunched);
        var clock = Stopwatch.StartNew();
        var run = await ChildRun.RunAsync(command, "", Limit, CancellationToken.None);
        clock.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(8)));
        using var holder = Process.GetProcessById(int.Parse(run.Output, CultureInfo.InvariantCulture));
        holder.Kill();
        (run.ExitCode, run.Errors).ShouldBe((4, "problem"));
    }

    [Fact]
    public async Task Input_goes_on_until_its_source_ends()
    {
        var received = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var source = PipeSource.Create(
            async (input, ended) =>
            {
                await input.WriteAsync("ping\n"u8.ToArray(), ended);
                (await received.Task).ShouldBe("pong");
            }
        );
        var pipes = new ChildPipes { Input = source, Output = PipeTarget.ToDelegate(line => received.TrySetResult(line)) };
        (await ExitAsync("read line; [ \"$line\" = ping ] && echo pong; read line || exit 9", pipes)).ShouldBe(9);
    }

    [Fact]
    public async Task The_child_gets_exactly_the_given_environment_and_folder()
    {
        const string inherited = "NARRATION_TEST_INHERITED";
        Environment.SetEnvironmentVariable(inherited, "secret");
        try
        {
            var command = Commands.Plain("/usr/bin/env") with
            {
                Environment = new Dictionary<string, string> { ["ONE"] = "1", ["EMPTY"] = "" },
                WorkingDirectory = _folder.Path,
            };
            (await OutputAsync(command)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order().ShouldBe(["EMPTY=", "ONE=1"]);
            (await OutputAsync(Commands.Plain("pwd") with { WorkingDirectory = _folder.Path })).Trim().ShouldBe(_folder.Path);
        }
        finally
        {
            Environment.SetEnvironmentVariable(inherited, null);
        }
    }

    [Fact]
    public async Task Standard_streams_are_the_childs_own_pipes()
    {
        var links = (await OutputAsync(Commands.Shell("for i in 0 1 2; do readlink /proc/$$/fd/$i; done", isLaunched: false))).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        links.ShouldAllBe(link =>
            link.StartsWith("pipe:", StringComparison.Ordinal) || link.StartsWith("socket:", StringComparison.Ordinal)
        );
        links.Distinct().Count().ShouldBe(3);
        links.ShouldAllBe(link =>
            !Enumerable.Range(0, 3).Select(i => File.ResolveLinkTarget($"/proc/self/fd/{i}", false)!.Name).Contains(link)
        );
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_a_failed_start()
    {
        var command = Commands.Plain("env") with { WorkingDirectory = _folder["missing"] };
        var error = await Should.ThrowAsync<ChildStartException>(() => ChildRun.RunAsync(command, "", Limit, CancellationToken.None));
        error.Message.ShouldContain("missing");
    }

    private static async Task<string> OutputAsync(ChildCommand command) =>
        (await ChildRun.RunAsync(command, "", Limit, CancellationToken.None)).Output;

    private static async Task<int> ExitAsync(string script, ChildPipes pipes)
    {
        var child = ChildProcess.Spawn(Commands.Shell(script, isLaunched: false), pipes);
        await using (child)
        {
            return await child.Exit.WaitAsync(Limit);
        }
    }
}
