using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Tests.Settings;

/// <summary>What differs between systems, decided here for each of them.</summary>
public sealed class PlatformTests : SettingsTest
{
    [Theory]
    [InlineData(SystemFamily.Linux, "/home/ada/.local/share/flaming-horse-narration", "/home/ada/.cache/flaming-horse-narration")]
    [InlineData(
        SystemFamily.MacOS,
        "/home/ada/Library/Application Support/flaming-horse-narration",
        "/home/ada/Library/Caches/flaming-horse-narration"
    )]
    [InlineData(SystemFamily.Windows, "/local/flaming-horse-narration", "/local/flaming-horse-narration")]
    public void Each_system_has_its_own_folders(SystemFamily family, string data, string cache)
    {
        var variables = new Dictionary<string, string> { ["HOME"] = "/home/ada", ["LOCALAPPDATA"] = "/local" };

        Plain(UserFolders.Data(variables.GetValueOrDefault, family)).ShouldBe(data);
        Plain(CacheLocation.Default(variables.GetValueOrDefault, family)).ShouldBe(cache);
    }

    /// <summary>A terminal that sets them and an IDE that does not had two MLX environments, and two locks at once.</summary>
    [Theory]
    [InlineData(SystemFamily.Linux, true)]
    [InlineData(SystemFamily.MacOS, false)]
    public void XDG_variables_are_ignored_on_a_Mac(SystemFamily family, bool isFollowed)
    {
        Variables["XDG_DATA_HOME"] = Folder["xdg", "data"];
        Variables["XDG_CACHE_HOME"] = Folder["xdg", "cache"];
        var settings = Read(family);

        settings.Machine.UserDataDirectory.StartsWith(Folder["xdg"], StringComparison.Ordinal).ShouldBe(isFollowed);
        settings.Machine.LockDirectory.StartsWith(Folder["xdg"], StringComparison.Ordinal).ShouldBe(isFollowed);
        settings.Cache.Path.StartsWith(Folder["xdg"], StringComparison.Ordinal).ShouldBe(isFollowed);
    }

    [Fact]
    public void An_environment_in_the_old_place_on_a_Mac_is_still_found_and_a_message_says_so()
    {
        Variables["XDG_DATA_HOME"] = Folder["xdg"];
        var old = Python(Folder["xdg", "flaming-horse-narration"]);

        var settings = Read(SystemFamily.MacOS);

        settings.Worker.Python.ShouldBe(old);
        settings.Worker.IsPythonConfigured.ShouldBeTrue();
        var finding = Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(VoiceFindings.EnvironmentElsewhere);
        finding.Message.ShouldContain("SetupNarration");

        Findings.Clear();
        var own = Python(Folder["home", "Library", "Application Support", "flaming-horse-narration"]);
        Read(SystemFamily.MacOS).Worker.Python.ShouldBe(own);
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Without_the_projects_settings_the_same_folder_of_locks_is_found()
    {
        Folder.Write("repo/.env", $"XDG_DATA_HOME={Folder["xdg"]}\n");

        MachineSettings.Read(Variables, Project).LockDirectory.ShouldBe(Read().Machine.LockDirectory);
    }

    /// <summary>Apple's python3 opens an installer when it is started.</summary>
    [Fact]
    [Trait("Needs", "a Unix: its files have a mode")]
    public void On_a_Mac_the_guessed_python_is_not_Apples()
    {
        Variables["PATH"] = "/usr/bin:/bin";
        Read(SystemFamily.Linux).Worker.Python.ShouldBe("python3");
        Read(SystemFamily.MacOS).Worker.Python.ShouldNotStartWith("/usr/bin");

        var other = Executable(Folder["tools", "python3"]);
        Variables["PATH"] = $"/usr/bin:{Folder["tools"]}:/bin";
        var worker = Read(SystemFamily.MacOS).Worker;
        worker.Python.ShouldBe(other);
        worker.IsPythonConfigured.ShouldBeFalse();
    }

    private static string Plain(string path) => path.Replace('\\', '/');

    private string Python(string data) => Executable(MlxEnvironment.Python(data, SystemFamily.MacOS));

    private string Executable(string path) => Folder.WriteProgram(Path.GetRelativePath(Folder.Path, path), "#!/bin/sh\n");
}
