using FlamingHorse.Narration.Engine.Synthesis.Recognizers;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.Mlx;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;
using FlamingHorse.Narration.Engine.Tests.Fakes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>Who listens, by settings and by what is on the machine.</summary>
public sealed class RecognizerChoiceTests : IDisposable
{
    private const string Model = "Debian's package pocketsphinx-en-us";

    private readonly Studio _studio = new Studio().Say("a", "A row.");

    public void Dispose() => _studio.Dispose();

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("listens --well", "", 1)]
    [InlineData("listens --well", "worker", 1)]
    [InlineData("listens --well", "None", 0)]
    public async Task A_build_passes_its_recognizers_to_the_synthesizer(string command, string recognizer, int count)
    {
        _studio.Properties["NarrationRecognizerCommand"] = command;
        _studio.Properties["NarrationRecognizer"] = recognizer;
        await _studio.BuildAsync();
        _studio.Synthesizer.Runs.Single().Checkers.Count(checker => checker is not WorkerEars).ShouldBe(count);
    }

    [Theory]
    [InlineData("NarrationCheck", "Off", 0)]
    [InlineData("NarrationCheck", "Required", 1)]
    public async Task The_check_setting_decides_whether_a_recognizer_is_used(string property, string value, int count)
    {
        _studio.Properties["NarrationRecognizerCommand"] = "listens";
        await _studio.BuildAsync(property, value);
        _studio.Synthesizer.Runs.Single().Checkers.Count(checker => checker is not WorkerEars).ShouldBe(count);
    }

    [Theory]
    [InlineData("WhenAvailable", 0)]
    [InlineData("Required", 1)]
    public async Task A_deterministic_voice_is_listened_to_only_where_that_is_required(string check, int count)
    {
        _studio.Properties["NarrationRecognizerCommand"] = "listens";
        _studio.Properties["NarrationBackend"] = "neural";
        _studio.Properties["NarrationSpeechProgram"] = _studio.Folder.Write("speech.dll", "");
        _studio.Properties["NarrationVoiceDirectory"] = "";
        await _studio.BuildAsync("NarrationCheck", check);
        _studio.Synthesizer.Runs.Single().Checkers.Count(checker => checker is not WorkerEars).ShouldBe(count);
    }

    [Theory]
    [InlineData("models/base.en/ggml-base.en.bin", "", "English", true)]
    [InlineData("models/whisper/ggml-base.en-q8_0.bin", "", "English", true)]
    [InlineData("models/base/ggml-base.bin", "", "German", true)]
    [InlineData("models/base.en/ggml-base.en.bin", "", "German", false)]
    [InlineData("models/tiny.en/ggml-tiny.en.bin", "", "English", false)]
    [InlineData("models/tiny.en/ggml-tiny.en.bin", "tiny.en", "English", true)]
    [InlineData("own/ears.bin", "own/ears.bin", "English", true)]
    public void Whisper_listens_where_its_program_and_its_model_are_installed(string file, string named, string language, bool listens)
    {
        _studio.Folder.Write(file, "weights");
        _studio.Properties["NarrationModelPath"] = "models";
        _studio.Properties["NarrationRecognizerModel"] = named;
        _studio.Properties["NarrationSpeechProgram"] = _studio.Folder.Write("speech.dll", "");
        var setups = Choose([language], out _);
        setups.Count.ShouldBe(listens ? 1 : 0);
        if (listens)
        {
            setups[0].Name.ShouldBe("whisper");
            ((ProtocolSetup)setups[0]).Model.ShouldBe(_studio.Folder[file.Split('/')]);
        }
    }

    [Theory]
    [Trait("Needs", Model)]
    [InlineData("Auto", "English", new[] { "pocketsphinx" })]
    [InlineData("whisper;pocketsphinx", "English", new[] { "pocketsphinx" })]
    [InlineData("Auto", "German", new string[0])]
    [InlineData("whisper", "English", new string[0])]
    public void Pocketsphinx_times_words_of_English_where_it_is_installed(string recognizer, string language, string[] names)
    {
        RequirePocketSphinxModel();
        _studio.Variables["PATH"] = Path.GetDirectoryName(_studio.Folder.WriteProgram(PocketSphinxFiles.ProgramName, "#!/bin/sh\n"))!;
        _studio.Properties["NarrationRecognizer"] = recognizer;
        Choose([language], out _).Select(setup => setup.Name).ShouldBe(names);
    }

    [Theory]
    [InlineData("Auto", "mlx", true)] // the backend's own, unasked
    [InlineData("Auto", "worker", null)]
    [InlineData("mlx", "worker", false)] // named: what it lacks is told
    public void Mlx_listens_beside_its_own_voice_or_where_it_is_named(string recognizer, string backend, bool? isOptional)
    {
        _studio.Properties["NarrationBackend"] = backend;
        _studio.Properties["NarrationRecognizer"] = recognizer;
        _studio.Properties["NarrationRecognizerModel"] = "tiny.en;some/Qwen3-ASR";
        var found = ChooseAll(["English"], out _).OfType<ProtocolSetup>().SingleOrDefault(setup => setup.Name == "mlx");
        (found?.IsOptional).ShouldBe(isOptional);
        (found is null).ShouldBe(isOptional is null);
        found?.Model.ShouldBe("some/Qwen3-ASR");
    }

    [Fact]
    public void The_workers_own_models_are_the_ones_that_set_up_fetches()
    {
        var ears = File.ReadAllText(Path.Combine(Repository.Root, "src", "worker", "fh_worker", "ears.py"));
        ears.ShouldContain($"MODEL = \"{MlxRecognizer.DefaultModel}\"");
        ears.ShouldContain($"ALIGNER = \"{MlxRecognizer.DefaultAligner}\"");
        MlxRecognizer
            .ToFetch(_studio.Settings(new List<Finding>()), _studio.Folder.Path)
            .ShouldBe([MlxRecognizer.DefaultModel, MlxRecognizer.DefaultAligner]);
        _studio.Properties["NarrationRecognizer"] = "None";
        MlxRecognizer.ToFetch(_studio.Settings(new List<Finding>()), _studio.Folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [Trait("Needs", Model)]
    [InlineData("WhenAvailable", 1)]
    [InlineData("Required", 2)]
    public async Task The_operating_systems_voice_is_aligned_and_listened_to_only_where_that_is_required(string check, int count)
    {
        RequirePocketSphinxModel();
        _studio.Variables["PATH"] = Path.GetDirectoryName(_studio.Folder.WriteProgram(PocketSphinxFiles.ProgramName, "#!/bin/sh\n"))!;
        _studio.Programs.Add("flite");
        _studio.Properties["NarrationRecognizerCommand"] = "listens";
        _studio.Properties["NarrationBackend"] = "system";
        await _studio.BuildAsync("NarrationCheck", check);
        _studio.Synthesizer.Runs.Single().Checkers.Count(checker => checker is not WorkerEars).ShouldBe(count);
    }

    [Fact]
    public void An_unknown_recognizer_is_reported_in_every_build()
    {
        _studio.Properties["NarrationRecognizer"] = "worker;parrot";
        List<Finding> findings = [];

        _ = _studio.Settings(findings);

        var finding = findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2020");
        finding.Message.ShouldContain("It must be Auto, mlx, whisper, worker, pocketsphinx or None; several with ; between.");
    }

    [Theory]
    [InlineData("Auto", "WhenAvailable", new string[0])]
    [InlineData("Auto", "Required", new[] { "FHN2060" })]
    [InlineData("whisper", "WhenAvailable", new[] { "FHN2060" })]
    [InlineData("worker", "WhenAvailable", new[] { "FHN2060" })]
    [InlineData("pocketsphinx", "WhenAvailable", new[] { "FHN2060" })]
    public void A_missing_recognizer_is_reported_only_where_it_was_named(string recognizer, string check, string[] codes)
    {
        _studio.Properties["NarrationRecognizer"] = recognizer;
        _studio.Properties["NarrationCheck"] = check;
        Choose(["English"], out var findings).ShouldBeEmpty();
        findings.Select(finding => finding.Kind.Code).ShouldBe(codes);
    }

    [Theory]
    [InlineData("", "", "WhenAvailable", null)]
    [InlineData("", "tiny.en", "WhenAvailable", "tiny.en")]
    [InlineData("whisper", "", "WhenAvailable", "base.en")]
    [InlineData("", "", "Required", "base.en")]
    [InlineData("whisper", "tiny.en", "Off", null)]
    public void A_model_is_prepared_where_listening_was_asked_for(string recognizer, string named, string check, string? model)
    {
        _studio.Properties["NarrationRecognizer"] = recognizer;
        _studio.Properties["NarrationRecognizerModel"] = named;
        _studio.Properties["NarrationCheck"] = check;
        WhisperModels.ToPrepare(_studio.Settings(new List<Finding>()), _studio.Folder.Path).ShouldBe(model);
    }

    /// <summary>A Windows program under wine sees Debian's folder too, and can start nothing that belongs to it.</summary>
    private static void RequirePocketSphinxModel() =>
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || !Directory.Exists(PocketSphinxFiles.DebianFolder),
            "Debian's package pocketsphinx-en-us is not installed."
        );

    /// <summary>Without MLX's ears, which are asked unnamed wherever MLX speaks.</summary>
    private IReadOnlyList<RecognizerSetup> Choose(string[] languages, out List<Finding> findings) =>
        [.. ChooseAll(languages, out findings).Where(setup => !setup.IsOptional)];

    private IReadOnlyList<RecognizerSetup> ChooseAll(string[] languages, out List<Finding> findings)
    {
        var told = findings = [];
        var settings = _studio.Settings(new List<Finding>());
        return new RecognizerChoice(settings, _studio.Folder.Path, _studio.Folder["workers"]).Choose(languages, [], told.Add);
    }
}
