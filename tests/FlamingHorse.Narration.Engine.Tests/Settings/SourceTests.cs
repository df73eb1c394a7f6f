using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Tests.Settings;

/// <summary>Where settings come from, and which source goes before which.</summary>
public sealed class SourceTests : SettingsTest
{
    [Fact]
    public void Without_any_setting_the_documented_defaults_apply()
    {
        var settings = Read(SystemFamily.Linux);

        settings.Backend.ShouldBe("mlx");
        settings.Missing.ShouldBe(MissingMode.Synthesize);
        settings.LockedMode.ShouldBeFalse();
        settings.Quality.ShouldBe(NarrationQuality.Final);
        settings.Defaults.Model.ShouldBeNull();
        settings.Defaults.QualityModel.ShouldBe("mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit");
        settings.Worker.Python.ShouldBe("python3");
        settings.Worker.IsPythonConfigured.ShouldBeFalse();
        settings.Defaults.Voice.ShouldBe("narrator");
        settings.Defaults.Language.ShouldBeNull();
        settings.Loudness.ShouldBe(-18);
        settings.Cache.Path.ShouldBe(Folder["home", ".cache", "flaming-horse-narration"]);
        settings.Cache.Remote.ShouldBeNull();
        settings.Cache.RemoteWrite.ShouldBeFalse();
        settings.RequireAudio.ShouldBeFalse();
        settings.Values.Get(SettingsTable.CopyAudio).ShouldBeTrue();
        settings.Worker.BatchSize.ShouldBe(8);
        settings.Worker.MemoryLimit.ShouldBe(15);
        settings.Shard.ShouldBeNull();
        settings.Publishing.ExportFormats.ShouldBe(["Srt", "WebVtt", "Json"]);
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_order_of_precedence_is_property_environment_dotenv_file_and_default()
    {
        Folder.Write("repo/lesson/voice_clone_config.json", """{ "model_id": "mlx-community/file", "language": "French" }""");
        Read().Defaults.Model.ShouldBe("mlx-community/file");

        Folder.Write("repo/.env", "FLAMING_HORSE_MLX_MODEL_ID=far\n");
        Read().Defaults.Model.ShouldBe("far");

        Folder.Write("repo/lesson/.env", "FLAMING_HORSE_MLX_MODEL_ID=near\n");
        Read().Defaults.Model.ShouldBe("near");

        Variables["FLAMING_HORSE_MLX_MODEL_ID"] = "environment";
        Read().Defaults.Model.ShouldBe("environment");
        Read().Defaults.IsModelFromMachine.ShouldBeTrue();

        Properties["NarrationModel"] = "property";
        Read().Defaults.Model.ShouldBe("property");
        Read().Defaults.IsModelFromMachine.ShouldBeFalse();
        Read().Defaults.Language.ShouldBe("French");
    }

    [Fact]
    public void A_dotenv_file_is_read_and_nothing_in_it_is_executed()
    {
        Folder.Write(
            "repo/lesson/.env",
            "\uFEFF# a comment\r\nexport FLAMING_HORSE_TTS_BACKEND=system # why\r\n  FLAMING_HORSE_MLX_MODEL_ID = \"a # b $(touch x) "
                + "$HOME\"\r\nFLAMING_HORSE_VOICE_REF_DIR='it''s'\r\nnot an assignment\r\nFLAMING_HORSE_MLX_PYTHON=~/venv/bin/python\r\n"
        );

        var settings = Read();

        settings.Backend.ShouldBe("system");
        settings.Defaults.Model.ShouldBe("a # b $(touch x) $HOME");
        settings.Voices["narrator"].ReferenceAudio.ShouldBe(Path.Combine(Project, "it", "ref.wav"));
        settings.Worker.Python.ShouldBe(Folder["home", "venv", "bin", "python"]);
        settings.Worker.IsPythonConfigured.ShouldBeTrue();
    }

    [Fact]
    public void Files_that_would_change_the_settings_are_watched_even_while_they_do_not_exist()
    {
        Folder.Write("repo/lesson/voice_clone_config.json", """{ "ref_audio": "a.wav", "ref_text": "a.txt" }""");
        Voices.Add(new("guest") { ReferenceAudio = "guest.wav", Text = "Hi." });

        var settings = Read();

        foreach (var path in new[] { ".env", "../.env", "voice_clone_config.json", "a.wav", "a.txt", "guest.wav" })
        {
            settings.WatchedFiles.ShouldContain(Path.GetFullPath(path, Project));
        }

        settings.ConsultedVariables.ShouldContain("FLAMING_HORSE_TTS_BACKEND");
        settings.ConsultedVariables.ShouldContain("DOTNET_WATCH");
        settings.ConsultedVariables.ShouldNotContain(name =>
            name.Contains("TOKEN", StringComparison.Ordinal) || name.Contains("PASSWORD", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_quality_chosen_in_the_project_wins_over_a_variable()
    {
        Variables["FLAMING_HORSE_MLX_MODEL_ID"] = "mlx-community/large";
        Properties["NarrationQuality"] = "draft";

        Read().Defaults.Model.ShouldBe("mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit");
        Read().IsDraft.ShouldBeTrue();
    }

    [Fact]
    public void The_environment_that_SetupNarration_made_is_found()
    {
        var python = MlxEnvironment.Python(
            UserFolders.Data(name => Variables.GetValueOrDefault(name), CurrentSystem.Family),
            CurrentSystem.Family
        );
        Directory.CreateDirectory(Path.GetDirectoryName(python)!);
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(python, "");
        }
        else
        {
            File.CreateSymbolicLink(python, "/usr/bin/python3");
        }

        var settings = Read();

        settings.Worker.Python.ShouldBe(python);
        settings.Worker.IsPythonConfigured.ShouldBeTrue();
    }

    [Fact]
    public void A_bare_interpreter_stays_bare_and_a_relative_one_is_beside_the_project()
    {
        Properties["NarrationPython"] = "python3.12";
        Read().Worker.Python.ShouldBe("python3.12");

        Properties["NarrationPython"] = ".venv/bin/python";
        Read().Worker.Python.ShouldBe(Path.Combine(Project, ".venv", "bin", "python"));
    }

    [Fact]
    public void A_workers_variables_may_be_in_dotenv_and_those_of_the_process_win()
    {
        Folder.Write(
            "repo/.env",
            "export HF_HOME=~/models\nCUDA_VISIBLE_DEVICES=1\nOMP_NUM_THREADS=2\nAWS_SECRET_ACCESS_KEY=s\nHF_TOKEN=t\n"
        );
        Variables["CUDA_VISIBLE_DEVICES"] = "0";
        Variables["HF_HUB_CACHE"] = "hub";

        var settings = Read();

        // A worker starts in a folder of its own: paths are absolute.
        settings.Worker.Variables["HF_HOME"].ShouldBe(Folder["home", "models"]);
        settings.Worker.Variables["HF_HUB_CACHE"].ShouldBe(Path.Combine(Project, "hub"));
        settings.Worker.Variables["CUDA_VISIBLE_DEVICES"].ShouldBe("0");
        settings.Worker.Variables["OMP_NUM_THREADS"].ShouldBe("2");
        settings.Worker.Variables.Keys.ShouldNotContain("AWS_SECRET_ACCESS_KEY");
        settings.ConsultedVariables.ShouldNotContain("HF_HOME", "where a model lies decides nothing about a clip");
    }
}
