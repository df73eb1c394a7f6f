using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Processes;

public sealed class SearchPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>What launchd gives to a program that was started from the dock, and what a terminal has.</summary>
    [Theory]
    [InlineData(SystemFamily.MacOS, "/usr/bin:/bin:/usr/sbin:/sbin", "/usr/bin:/bin:/usr/sbin:/sbin:/opt/homebrew/bin:/usr/local/bin")]
    [InlineData(SystemFamily.MacOS, "/opt/homebrew/bin/:/usr/bin", "/opt/homebrew/bin/:/usr/bin:/usr/local/bin")]
    [InlineData(SystemFamily.MacOS, "/usr/local/bin:/opt/homebrew/bin:/usr/bin", "/usr/local/bin:/opt/homebrew/bin:/usr/bin")]
    [InlineData(SystemFamily.MacOS, null, "/opt/homebrew/bin:/usr/local/bin")]
    [InlineData(SystemFamily.Linux, "/usr/bin:/bin", "/usr/bin:/bin")]
    [InlineData(SystemFamily.Windows, @"C:\Windows;C:\Tools", @"C:\Windows;C:\Tools")]
    [InlineData(SystemFamily.Linux, null, "")]
    public void Homebrews_folders_are_searched_last_and_only_on_a_Mac(SystemFamily family, string? path, string expected) =>
        SearchPath.Complete(path, family).ShouldBe(expected);

    [Theory]
    [InlineData(SystemFamily.MacOS, "/usr/bin:/bin:/usr/bin/:/opt/homebrew/bin", "/bin:/opt/homebrew/bin")]
    [InlineData(SystemFamily.Linux, "/usr/bin:/bin", "/usr/bin:/bin")]
    public void Apples_stubs_are_left_out_only_on_a_Mac(SystemFamily family, string path, string expected) =>
        SearchPath.WithoutStubs(path, family).ShouldBe(expected);

    [Fact]
    public void A_childs_PATH_has_the_folders_in_which_it_was_found()
    {
        var build = new Dictionary<string, string> { ["PATH"] = "/usr/bin" };
        ChildEnvironment
            .Filter(build, allowDownload: false, SystemFamily.MacOS)["PATH"]
            .ShouldBe("/usr/bin:/opt/homebrew/bin:/usr/local/bin");
        ChildEnvironment.Filter(build, allowDownload: false, SystemFamily.Linux)["PATH"].ShouldBe("/usr/bin");
    }

    /// <summary>Windows writes Path; looked up as PATH there was none, and so no PowerShell to speak with.</summary>
    [Fact]
    public void On_Windows_PATH_is_found_in_any_case()
    {
        var build = new Dictionary<string, string> { ["Path"] = @"C:\Windows\System32" };
        ChildEnvironment.Filter(build, allowDownload: false, SystemFamily.Windows)["PATH"].ShouldBe(@"C:\Windows\System32");
    }

    /// <summary>
    /// macOS takes DYLD_ variables from /bin/sh; the launcher hands them on. Here by the real launcher, which does the same on every Unix.
    /// </summary>
    [Theory]
    [Trait("Needs", "a Unix: the launcher is a shell script")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Library_folders_reach_a_program_under_their_own_variables(bool isLaunched)
    {
        var command = Commands.Shell("env", isLaunched) with
        {
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
                ["DYLD_LIBRARY_PATH"] = "/opt/a lib",
                ["DYLD_FALLBACK_LIBRARY_PATH"] = "/opt/b",
            },
        };

        var run = await ChildRun.RunAsync(command, "", TimeSpan.FromSeconds(30), CancellationToken.None);

        var lines = run.Output.Split('\n');
        lines.ShouldContain("DYLD_LIBRARY_PATH=/opt/a lib");
        lines.ShouldContain("DYLD_FALLBACK_LIBRARY_PATH=/opt/b");
        lines.ShouldNotContain(line => line.StartsWith("NARRATION_", StringComparison.Ordinal));
    }

    /// <summary>Only what the shell gets counts: System Integrity Protection removes what begins with DYLD_ before it runs.</summary>
    [Fact]
    public void The_launchers_shell_gets_none_that_begin_with_DYLD()
    {
        var given = new Dictionary<string, string?> { ["OTHER"] = "x" };
        var environment = new Dictionary<string, string> { ["DYLD_LIBRARY_PATH"] = "/lib", ["HOME"] = "/h" };

        (Commands.Launched("x") with { Environment = environment }).ReplaceEnvironment(given);
        given.Keys.Order(StringComparer.Ordinal).ShouldBe(["HOME", "NARRATION_DYLD_LIBRARY_PATH"]);

        (Commands.Plain("x") with { Environment = environment }).ReplaceEnvironment(given);
        given.Keys.Order(StringComparer.Ordinal).ShouldBe(["DYLD_LIBRARY_PATH", "HOME"]);
    }

    /// <summary>With a caffeinate of its own on PATH, this machine is a Mac to the launcher.</summary>
    [Theory]
    [Trait("Needs", "a Unix: the launcher is a shell script")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_long_running_programs_keep_a_Mac_awake(bool keepsAwake)
    {
        _folder.WriteProgram("caffeinate", $"#!/bin/sh\necho \"$*\" > '{_folder["called"]}'\n");
        var untilCalled = $"; while [ ! -s '{_folder["called"]}' ]; do sleep 0.05; done";
        var command = Commands.Shell("echo $$" + (keepsAwake ? untilCalled : "")) with
        {
            KeepsAwake = keepsAwake,
            Environment = new Dictionary<string, string> { ["PATH"] = $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}" },
        };
        var run = await ChildRun.RunAsync(command, "", TimeSpan.FromSeconds(30), CancellationToken.None);

        File.Exists(_folder["called"]).ShouldBe(keepsAwake);
        if (keepsAwake)
        {
            (await File.ReadAllTextAsync(_folder["called"])).Trim().ShouldBe($"-i -w {run.Output.Trim()}");
        }
    }
}
