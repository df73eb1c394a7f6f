using System.Diagnostics;
using System.Globalization;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Processes;

public sealed class ChildProcessTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private static readonly string[] OddArguments =
    [
        "a b",
        "$HOME",
        "`id`",
        "'",
        "*",
        ";",
        "",
        " ",
        "é \U0001F525",
        "two\nlines",
        "\ttab",
        "\"",
        "--x=\"y z\"",
        "\\",
        "\\\"",
        "\\\\\" \\\\",
        "a\\ b\\",
        "C:\\Program Files\\x\\",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Input_is_passed_in_and_both_outputs_and_the_exit_code_come_back(bool isLaunched)
    {
        var run = await ChildRun.RunAsync(
            Commands.Shell("cat; echo problem >&2; exit 7", isLaunched),
            "hello",
            Long,
            CancellationToken.None
        );
        run.ShouldBe(new ChildRun(7, "hello", "problem"));
    }

    [Theory]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Death_by_a_signal_is_reported(bool isLaunched) =>
        (await ChildRun.RunAsync(Commands.Shell("kill -ABRT $$", isLaunched), "", Long, CancellationToken.None)).ExitCode.ShouldBe(134);

    [Theory]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Arguments_arrive_unchanged(bool isLaunched)
    {
        var command = Commands.Plain("printf", ["<%s>\\n", .. OddArguments]) with { Launcher = isLaunched ? Commands.Launcher : null };
        var run = await ChildRun.RunAsync(command, "", Long, CancellationToken.None);
        run.Output.ShouldBe(string.Concat(OddArguments.Select(argument => $"<{argument}>\n")));
    }

    [Fact]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    public async Task A_flood_of_output_on_both_streams_is_bounded_and_does_not_block()
    {
        var run = await ChildRun.RunAsync(
            Commands.Shell("head -c 3000000 /dev/zero | tr '\\0' 'x'; head -c 3000000 /dev/zero | tr '\\0' 'y' >&2"),
            "",
            Long,
            CancellationToken.None
        );
        run.Output.Length.ShouldBe(1 << 20);
        run.Errors.Length.ShouldBeLessThanOrEqualTo(8192);
    }

    [Fact]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    public async Task A_child_that_reads_nothing_is_not_an_error() =>
        (await ChildRun.RunAsync(Commands.Shell("exit 0"), new string('x', 1_000_000), Long, CancellationToken.None)).ExitCode.ShouldBe(0);

    [Fact]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    public async Task What_a_child_leaves_behind_does_not_hold_up_its_end()
    {
        var clock = Stopwatch.StartNew();
        await ChildRun.RunAsync(Commands.Shell("(trap '' TERM; sleep 20) & echo started"), "", Long, CancellationToken.None);
        clock.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(8)));
    }

    [Fact]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    public async Task A_child_that_takes_too_long_is_ended_with_its_tree()
    {
        var mark = _folder["pid"];
        await Should.ThrowAsync<TimeoutException>(() =>
            ChildRun.RunAsync(Commands.Shell($"sleep 55 & echo $! > '{mark}'; wait"), "", TimeSpan.FromSeconds(1), CancellationToken.None)
        );
        LiveProcess.IsRunning(int.Parse(await File.ReadAllTextAsync(mark), CultureInfo.InvariantCulture)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    public async Task Cancelling_kills_what_ignores_SIGTERM()
    {
        var mark = _folder["pid"];
        using var stop = new CancellationTokenSource();
        var run = ChildRun.RunAsync(Commands.Shell($"trap '' TERM; echo $$ > '{mark}'; while :; do sleep 1; done"), "", Long, stop.Token);
        while (!File.Exists(mark) || new FileInfo(mark).Length == 0)
        {
            await Task.Delay(20);
        }

        var clock = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => run);
        clock.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(5)));
        LiveProcess.IsRunning(int.Parse(await File.ReadAllTextAsync(mark), CultureInfo.InvariantCulture)).ShouldBeFalse();
    }

    /// <summary>
    /// The parent here is a shell that starts the launcher as the build would, and is killed with its whole group.
    /// It ignores no signal, also where these tests run under nohup.
    /// </summary>
    [Theory]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    [InlineData("-9 -$parent")]
    [InlineData("-9 $parent")]
    [InlineData("-HUP -$parent")]
    public async Task No_process_is_left_two_seconds_after_the_parent_however_it_ended(string kill)
    {
        var mark = _folder["pid"];
        var parent = $"/bin/sh '{Commands.Launcher}' $$ sh -c 'trap \"\" TERM HUP; echo $$ > \"{mark}\"; sleep 44; sleep 44' & wait";
        await File.WriteAllTextAsync(_folder["parent.sh"], parent);
        await File.WriteAllTextAsync(
            _folder["test.sh"],
            $"""
            env --default-signal setsid sh "{_folder["parent.sh"]}" & parent=$!
            while [ ! -s "{mark}" ]; do sleep 0.05; done
            kill {kill}
            """
        );
        (await ChildRun.RunAsync(Commands.Plain("sh", _folder["test.sh"]), "", Long, CancellationToken.None)).ExitCode.ShouldBe(0);

        var program = int.Parse(await File.ReadAllTextAsync(mark), CultureInfo.InvariantCulture);
        var clock = Stopwatch.StartNew();
        while (LiveProcess.IsRunning(program) && clock.Elapsed < TimeSpan.FromSeconds(10))
        {
            await Task.Delay(50);
        }

        clock.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    [Trait("Needs", "a Unix: its children are shell scripts")]
    public async Task A_program_that_is_missing_or_not_executable_is_reported()
    {
        Should.Throw<ChildStartException>(() => ChildProcess.Spawn(Commands.Plain("no-such-program"), new ChildPipes()));
        await File.WriteAllTextAsync(_folder["plain.txt"], "x");
        Should.Throw<ChildStartException>(() => ChildProcess.Spawn(Commands.Plain(_folder["plain.txt"]), new ChildPipes()));
    }

    [Theory]
    [InlineData("python3 a.py --x 1", new[] { "python3", "a.py", "--x", "1" })]
    [InlineData("\"/opt/my tools/w\" \"a b\"c  \"\"", new[] { "/opt/my tools/w", "a bc", "" })]
    [InlineData("w 'x y' $HOME \\n", new[] { "w", "'x", "y'", "$HOME", "\\n" })]
    [InlineData("   ", new string[0])]
    public void A_command_is_split_by_white_space_and_double_quotes_alone(string command, string[] parts) =>
        CommandLine.Split(command).ShouldBe(parts);

    [Fact]
    public void Unknown_environment_variables_are_not_passed_on()
    {
        var all = new Dictionary<string, string>
        {
            ["PATH"] = "p",
            ["LC_ALL"] = "C",
            ["AWS_SECRET_ACCESS_KEY"] = "s",
            ["HF_TOKEN"] = "t",
            ["NuGetPackageSourceCredentials_x"] = "u",
        };
        ChildEnvironment.Filter(all, allowDownload: false, CurrentSystem.Family).Keys.Order().ShouldBe(["LC_ALL", "PATH"]);
    }

    [Fact]
    public void A_worker_gets_what_the_settings_say_and_a_token_only_for_a_download()
    {
        var settled = new Dictionary<string, string>
        {
            ["HF_HOME"] = "/models",
            ["HF_TOKEN"] = "t",
            ["AWS_SECRET_ACCESS_KEY"] = "s",
        };

        var build = ChildEnvironment.ForWorker(Commands.Environment, settled, allowDownload: false);
        (build["HF_HOME"], build["HF_HUB_OFFLINE"]).ShouldBe(("/models", "1"));
        build.Keys.ShouldNotContain("HF_TOKEN");

        var download = ChildEnvironment.ForWorker(Commands.Environment, settled, allowDownload: true);
        (download["HF_TOKEN"], download["HF_HUB_OFFLINE"]).ShouldBe(("t", "0"));
        download.Keys.ShouldNotContain("AWS_SECRET_ACCESS_KEY");
    }
}
