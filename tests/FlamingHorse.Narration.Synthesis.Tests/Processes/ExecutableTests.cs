using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Processes;

public sealed class ExecutableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The end of <c>python3.12</c> was taken for an extension, so <c>python3.12.exe</c> was not looked for (defect B7).</summary>
    [Theory]
    [InlineData("python3.12", "python3.12.exe")]
    [InlineData("python3.12", "python3.12.bat")]
    [InlineData("python", "python.exe")]
    [InlineData("python", "python.cmd")]
    [InlineData("python.exe", "python.exe")]
    [InlineData("python.EXE", "python.EXE")]
    [InlineData("worker.custom", "worker.custom")]
    public void On_Windows_a_name_may_omit_its_extension(string name, string file)
    {
        File.WriteAllText(_folder[file], "");
        Executable.Find(name, _folder.Path, folder: null, isWindows: true).ShouldBe(_folder[file]);
        Executable.Find(_folder[name], searchPath: null, folder: null, isWindows: true).ShouldBe(_folder[file]);
    }

    [Fact]
    public void On_Windows_a_program_wins_over_a_script_of_the_same_name()
    {
        foreach (var file in (string[])["tool1.5", "tool1.5.bat", "tool1.5.exe"])
        {
            File.WriteAllText(_folder[file], "");
        }

        Executable.Find("tool1.5", _folder.Path, folder: null, isWindows: true).ShouldBe(_folder["tool1.5.exe"]);
    }

    [Theory]
    [InlineData("python", "python")]
    [InlineData("python.exe", "python.exe.exe")]
    [InlineData("python3.12", "python3.exe")]
    public void On_Windows_nothing_else_is_taken_for_the_program(string name, string file)
    {
        File.WriteAllText(_folder[file], "");
        Executable.Find(name, _folder.Path, folder: null, isWindows: true).ShouldBeNull();
    }

    [Fact]
    [Trait("Needs", "a Unix: its files have a mode that says what may be run")]
    public void Elsewhere_a_name_is_the_whole_name_of_a_file_that_may_be_run()
    {
        File.WriteAllText(_folder["python3.12.exe"], "");
        File.WriteAllText(_folder["python3.12"], "");
        Executable.Find("python3.12", _folder.Path).ShouldBeNull();
        AllowRunning(_folder["python3.12"]);
        Executable.Find("python3.12", _folder.Path).ShouldBe(_folder["python3.12"]);
    }

    [Fact]
    [Trait("Needs", "a Unix: its programs need no ending such as .exe")]
    public void Relative_paths_start_at_the_folder_where_the_program_will_run()
    {
        Directory.CreateDirectory(_folder["bin"]);
        File.WriteAllText(_folder["bin/tool"], "");
        AllowRunning(_folder["bin/tool"]);
        Executable.Find("bin/tool", searchPath: null, _folder.Path).ShouldBe(_folder["bin/tool"]);
        Executable.Find("tool", "bin", _folder.Path).ShouldBe(_folder["bin/tool"]);
    }

    private static void AllowRunning(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
