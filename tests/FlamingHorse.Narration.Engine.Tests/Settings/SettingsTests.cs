using FlamingHorse.Narration.Engine.Settings;
using FlamingHorse.Narration.Engine.Tests.Fakes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Settings;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _properties = [];
    private readonly Dictionary<string, string> _variables = [];
    private readonly List<VoiceItem> _voices = [];
    private readonly List<Finding> _findings = [];

    private string Project => _folder["repo", "lesson"];

    public SettingsTests()
    {
        Directory.CreateDirectory(Project);
        _variables["HOME"] = _folder["home"];
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_said_is_the_contracts_defaults()
    {
        var settings = Read();

        settings.Backend.ShouldBe("mlx");
        settings.Missing.ShouldBe(MissingMode.Synthesize);
        settings.LockedMode.ShouldBeFalse();
        settings.Quality.ShouldBe(NarrationQuality.Final);
        settings.Model.ShouldBeNull();
        settings.QualityModel.ShouldBe("mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit");
        settings.Python.ShouldBe("python3");
        settings.IsPythonConfigured.ShouldBeFalse();
        settings.DefaultVoice.ShouldBe("narrator");
        settings.Language.ShouldBeNull();
        settings.Loudness.ShouldBe(-18);
        settings.CachePath.ShouldBe(_folder["home", ".cache", "flaming-horse-narration"]);
        settings.RemoteCache.ShouldBeNull();
        settings.RemoteCacheWrite.ShouldBeFalse();
        settings.RequireAudio.ShouldBeFalse();
        settings.CopyAudio.ShouldBeTrue();
        settings.BatchSize.ShouldBe(8);
        settings.MemoryLimit.ShouldBe(15);
        settings.Shard.ShouldBeNull();
        settings.ExportFormats.ShouldBe(["Srt", "WebVtt", "Json"]);
        _findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_property_goes_before_the_environment_before_dotenv_before_the_file_before_the_default()
    {
        _folder.Write("repo/lesson/voice_clone_config.json", """{ "model_id": "mlx-community/file", "language": "French" }""");
        Read().Model.ShouldBe("mlx-community/file");

        _folder.Write("repo/.env", "FLAMING_HORSE_MLX_MODEL_ID=far\n");
        Read().Model.ShouldBe("far");

        _folder.Write("repo/lesson/.env", "FLAMING_HORSE_MLX_MODEL_ID=near\n");
        Read().Model.ShouldBe("near");

        _variables["FLAMING_HORSE_MLX_MODEL_ID"] = "environment";
        Read().Model.ShouldBe("environment");
        Read().IsModelFromMachine.ShouldBeTrue();

        _properties["NarrationModel"] = "property";
        Read().Model.ShouldBe("property");
        Read().IsModelFromMachine.ShouldBeFalse();
        Read().Language.ShouldBe("French");
    }

    [Fact]
    public void A_dotenv_file_is_read_and_nothing_in_it_is_executed()
    {
        _folder.Write("repo/lesson/.env", "\uFEFF# a comment\r\nexport FLAMING_HORSE_TTS_BACKEND=system # why\r\n  FLAMING_HORSE_MLX_MODEL_ID = \"a # b $(touch x) $HOME\"\r\nFLAMING_HORSE_VOICE_REF_DIR='it''s'\r\nnot an assignment\r\nFLAMING_HORSE_MLX_PYTHON=~/venv/bin/python\r\n");

        var settings = Read();

        settings.Backend.ShouldBe("system");
        settings.Model.ShouldBe("a # b $(touch x) $HOME");
        settings.Voices["narrator"].ReferenceAudio.ShouldBe(Path.Combine(Project, "it", "ref.wav"));
        settings.Python.ShouldBe(_folder["home", "venv", "bin", "python"]);
        settings.IsPythonConfigured.ShouldBeTrue();
    }

    [Fact]
    public void What_would_change_the_settings_is_watched_also_where_it_is_absent()
    {
        _folder.Write("repo/lesson/voice_clone_config.json", """{ "ref_audio": "a.wav", "ref_text": "a.txt" }""");
        _voices.Add(new("guest") { ReferenceAudio = "guest.wav", Text = "Hi." });

        var settings = Read();

        foreach (var path in new[] { ".env", "../.env", "voice_clone_config.json", "a.wav", "a.txt", "guest.wav" })
        {
            settings.WatchedFiles.ShouldContain(Path.GetFullPath(path, Project));
        }

        settings.ConsultedVariables.ShouldContain("FLAMING_HORSE_TTS_BACKEND");
        settings.ConsultedVariables.ShouldContain("DOTNET_WATCH");
        settings.ConsultedVariables.ShouldNotContain(name => name.Contains("TOKEN", StringComparison.Ordinal) || name.Contains("PASSWORD", StringComparison.Ordinal));
    }

    [Fact]
    public void Flaming_Horses_file_is_read_with_its_paths_and_its_other_fields()
    {
        _folder.Write("repo/lesson/voice_clone_config.json", """
            { "qwen_python": "~/x", "device": "mps", "dtype": 5, "more": { "a": [1, 2] }, "model_id": "mlx-community/m",
              "language": "English", "ref_audio": "~/voice/ref.wav", "ref_text": "../voice/ref.txt", "output_dir": "media/v" }
            """);

        var settings = Read();

        settings.Voices["narrator"].ReferenceAudio.ShouldBe(_folder["home", "voice", "ref.wav"]);
        settings.Voices["narrator"].ReferenceText.ShouldBe(_folder["repo", "voice", "ref.txt"]);
        settings.FlamingHorseOutput.ShouldBe(Path.Combine(Project, "media", "v"));
        settings.IsLanguageFromMachine.ShouldBeTrue();
        _findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_voice_directory_wins_over_the_files_paths()
    {
        _folder.Write("repo/lesson/voice_clone_config.json", """{ "ref_audio": "a.wav", "ref_text": "a.txt" }""");
        _variables["FLAMING_HORSE_VOICE_REF_DIR"] = "voices/me";

        Read().Voices["narrator"].ReferenceAudio.ShouldBe(Path.Combine(Project, "voices", "me", "ref.wav"));
        Read().Voices["narrator"].ReferenceText.ShouldBe(Path.Combine(Project, "voices", "me", "ref.txt"));
    }

    [Theory]
    [InlineData("{\n  \"model_id\": \"a\",\n  \"language\" \"b\"\n}", 3, 14)]
    [InlineData("{\n  \"ref_audio\": 5 }", 2, 16)]
    [InlineData("[1]", 1, 1)]
    [InlineData("", 1, 1)]
    [InlineData("{ \"language\": \"Ünïcode\", \"ref_text\": [] }", 1, 38)]
    public void A_file_that_cannot_be_read_is_an_error_with_line_and_column(string content, int line, int column)
    {
        var path = _folder.Write("repo/lesson/voice_clone_config.json", content);

        Read();

        var finding = _findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2018");
        finding.Place.ShouldBe(new(path, line, column));
    }

    [Fact]
    public void A_model_of_the_PyTorch_path_is_passed_over_with_a_message_and_a_local_folder_is_not()
    {
        _folder.Write("repo/lesson/voice_clone_config.json", """{ "model_id": "Qwen/Qwen3-TTS-12Hz-1.7B-Base" }""");
        Read().Model.ShouldBeNull();
        _findings.ShouldHaveSingleItem().Kind.Code.ShouldBe("FHN2019");
        _findings[0].Kind.Severity.ShouldBe(FindingSeverity.Message);

        _findings.Clear();
        Directory.CreateDirectory(Path.Combine(Project, "Qwen", "Qwen3-TTS-12Hz-1.7B-Base"));
        Read().Model.ShouldBe("Qwen/Qwen3-TTS-12Hz-1.7B-Base");
        _findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_quality_chosen_in_the_project_goes_before_a_variable()
    {
        _variables["FLAMING_HORSE_MLX_MODEL_ID"] = "mlx-community/large";
        _properties["NarrationQuality"] = "draft";

        Read().Model.ShouldBe("mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit");
        Read().IsDraft.ShouldBeTrue();
    }

    [Fact]
    public void The_PyTorch_backend_is_refused_by_name()
    {
        _variables["FLAMING_HORSE_TTS_BACKEND"] = "qwen";

        Read();

        var finding = _findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2002");
        finding.Message.ShouldContain("FLAMING_HORSE_TTS_BACKEND");
        finding.Message.ShouldContain("Use mlx");
    }

    [Theory]
    [InlineData("NarrationMissing", "Guess", "Synthesize, Error or Estimate")]
    [InlineData("NarrationMissing", "1", "Synthesize, Error or Estimate")]
    [InlineData("NarrationQuality", "Best", "Final, Draft or LongForm")]
    [InlineData("NarrationLockedMode", "yes", "true or false")]
    [InlineData("NarrationLoudness", "loud", "off")]
    [InlineData("NarrationLoudness", "-18,5", "off")]
    [InlineData("NarrationBatchSize", "0", "1 to 256")]
    [InlineData("NarrationBatchSize", "2.5", "1 to 256")]
    [InlineData("NarrationMemoryLimit", "-1", "GiB")]
    [InlineData("NarrationCacheLimit", "NaN", "GiB")]
    [InlineData("NarrationShard", "9/8", "k/n")]
    [InlineData("NarrationEndpointDialect", "soap", "openai, vllm-omni or mlx-audio")]
    [InlineData("NarrationLanguage", "en", "English")]
    [InlineData("NarrationRemoteCache", "ftp://x", "https")]
    public void A_value_that_means_nothing_is_named_with_what_is_allowed(string property, string value, string allowed)
    {
        _properties[property] = value;

        Read();

        var finding = _findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2020");
        finding.Message.ShouldContain(property);
        finding.Message.ShouldContain($"\"{value}\"");
        finding.Message.ShouldContain(allowed);
    }

    [Fact]
    public void Numbers_are_read_the_same_in_every_culture()
    {
        _properties["NarrationLoudness"] = "-16.5";
        _voices.Add(new("guest") { Temperature = "0.7", TopP = "0.95", Start = "0:02.5" });
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            var settings = Read();
            settings.Loudness.ShouldBe(-16.5);
            settings.Voices["guest"].Sampling.Temperature.ShouldBe(0.7);
            settings.Voices["guest"].Cut.Start.ShouldBe(TimeSpan.FromSeconds(2.5));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_level_can_be_left_alone()
    {
        _properties["NarrationLoudness"] = "Off";

        Read().Loudness.ShouldBeNull();
    }

    [Fact]
    public void A_folder_may_be_written_to_and_a_server_only_when_asked()
    {
        _properties["NarrationRemoteCache"] = "../takes";
        Read().RemoteCache.ShouldBe(_folder["repo", "takes"]);
        Read().RemoteCacheWrite.ShouldBeTrue();

        _properties["NarrationRemoteCache"] = "https://cache.example/narration";
        Read().RemoteCacheWrite.ShouldBeFalse();
        _properties["NarrationRemoteCacheWrite"] = "true";
        Read().RemoteCacheWrite.ShouldBeTrue();
    }

    [Fact]
    public void A_voice_item_adds_to_the_narrator()
    {
        _voices.Add(new("guest")
        {
            ReferenceAudio = "voices/guest.wav", ReferenceText = "voices/guest.txt", Start = "0:02", End = "1:00:14", Model = "m", Language = "German",
            Temperature = "0.8", TopK = "40", TopP = "0.9", Seed = "42", AllowLongReference = "true",
        });

        var settings = Read();

        settings.Voices.Keys.ShouldBe(["guest", "narrator"], ignoreOrder: true);
        var guest = settings.Voices["GUEST"];
        guest.ReferenceAudio.ShouldBe(Path.Combine(Project, "voices", "guest.wav"));
        guest.ReferenceText.ShouldBe(Path.Combine(Project, "voices", "guest.txt"));
        guest.Cut.ShouldBe(new(TimeSpan.FromSeconds(2), new TimeSpan(1, 0, 14)));
        guest.Sampling.ShouldBe(new(0.8, 40, 0.9, 42));
        guest.AllowLongReference.ShouldBeTrue();
        _findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Start", "two")]
    [InlineData("Start", "0:75")]
    [InlineData("Temperature", "0")]
    [InlineData("TopK", "1.5")]
    [InlineData("TopP", "1.1")]
    [InlineData("Seed", "-3")]
    [InlineData("Language", "de")]
    [InlineData("AllowLongReference", "perhaps")]
    public void A_voice_item_that_means_nothing_is_told_at_its_place(string metadata, string value)
    {
        var item = new VoiceItem("guest") { Place = new("Lesson.csproj", 12, 5) };
        _voices.Add(metadata switch
        {
            "Start" => item with { Start = value },
            "Temperature" => item with { Temperature = value },
            "TopK" => item with { TopK = value },
            "TopP" => item with { TopP = value },
            "Seed" => item with { Seed = value },
            "Language" => item with { Language = value },
            _ => item with { AllowLongReference = value },
        });

        Read();

        var finding = _findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2020");
        finding.Place.ShouldBe(new("Lesson.csproj", 12, 5));
        finding.Message.ShouldContain($"{metadata} of NarrationVoice \"guest\" is \"{value}\"");
    }

    [Fact]
    public void The_environment_that_SetupNarration_made_is_found()
    {
        var python = MlxEnvironment.Python(name => _variables.GetValueOrDefault(name));
        Directory.CreateDirectory(Path.GetDirectoryName(python)!);
        File.CreateSymbolicLink(python, "/usr/bin/python3");

        var settings = Read();

        settings.Python.ShouldBe(python);
        settings.IsPythonConfigured.ShouldBeTrue();
    }

    [Fact]
    public void A_bare_interpreter_stays_bare_and_a_relative_one_is_beside_the_project()
    {
        _properties["NarrationPython"] = "python3.12";
        Read().Python.ShouldBe("python3.12");

        _properties["NarrationPython"] = ".venv/bin/python";
        Read().Python.ShouldBe(Path.Combine(Project, ".venv", "bin", "python"));
    }

    [Fact]
    public void What_a_worker_must_know_may_stand_in_dotenv_and_the_process_goes_first()
    {
        _folder.Write("repo/.env", "export HF_HOME=~/models\nCUDA_VISIBLE_DEVICES=1\nOMP_NUM_THREADS=2\nAWS_SECRET_ACCESS_KEY=s\nHF_TOKEN=t\n");
        _variables["CUDA_VISIBLE_DEVICES"] = "0";
        _variables["HF_HUB_CACHE"] = "hub";

        var settings = Read();

        // A worker starts in a folder of its own: paths are absolute.
        settings.WorkerVariables["HF_HOME"].ShouldBe(_folder["home", "models"]);
        settings.WorkerVariables["HF_HUB_CACHE"].ShouldBe(Path.Combine(Project, "hub"));
        settings.WorkerVariables["CUDA_VISIBLE_DEVICES"].ShouldBe("0");
        settings.WorkerVariables["OMP_NUM_THREADS"].ShouldBe("2");
        settings.WorkerVariables.Keys.ShouldNotContain("AWS_SECRET_ACCESS_KEY");
        settings.ConsultedVariables.ShouldNotContain("HF_HOME", "where a model lies decides nothing about a clip");
    }

    private NarrationSettings Read() => SettingsReader.Read(_properties, _voices, name => _variables.GetValueOrDefault(name), Project, _findings);
}
