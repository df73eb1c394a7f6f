using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Settings;

/// <summary>Flaming Horse's own file.</summary>
public sealed class VoiceCloneConfigTests : SettingsTest
{
    [Fact]
    public void Flaming_Horses_file_is_read_with_its_paths_and_its_other_fields()
    {
        Folder.Write(
            "repo/lesson/voice_clone_config.json",
            """
            { "qwen_python": "~/x", "device": "mps", "dtype": 5, "more": { "a": [1, 2] }, "model_id": "mlx-community/m",
              "language": "English", "ref_audio": "~/voice/ref.wav", "ref_text": "../voice/ref.txt", "output_dir": "media/v" }
            """
        );

        var settings = Read();

        settings.Voices["narrator"].ReferenceAudio.ShouldBe(Folder["home", "voice", "ref.wav"]);
        settings.Voices["narrator"].ReferenceText.ShouldBe(Folder["repo", "voice", "ref.txt"]);
        settings.Publishing.FlamingHorseOutput.ShouldBe(Path.Combine(Project, "media", "v"));
        settings.Defaults.IsLanguageFromMachine.ShouldBeTrue();
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_voice_directory_wins_over_the_files_paths()
    {
        Folder.Write("repo/lesson/voice_clone_config.json", """{ "ref_audio": "a.wav", "ref_text": "a.txt" }""");
        Variables["FLAMING_HORSE_VOICE_REF_DIR"] = "voices/me";

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
        Folder.Write("repo/lesson/voice_clone_config.json", content);

        Read();

        var finding = Findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2018");
        finding.Place.ShouldBe(new(Path.Combine(Project, "voice_clone_config.json"), line, column));
    }

    [Fact]
    public void A_model_of_the_PyTorch_path_is_ignored_with_a_message_and_a_local_folder_is_not()
    {
        Folder.Write("repo/lesson/voice_clone_config.json", """{ "model_id": "Qwen/Qwen3-TTS-12Hz-1.7B-Base" }""");
        Read().Defaults.Model.ShouldBeNull();
        Findings.ShouldHaveSingleItem().Kind.Code.ShouldBe("FHN2019");
        Findings[0].Kind.Severity.ShouldBe(FindingSeverity.Message);

        Findings.Clear();
        Directory.CreateDirectory(Path.Combine(Project, "Qwen", "Qwen3-TTS-12Hz-1.7B-Base"));
        Read().Defaults.Model.ShouldBe("Qwen/Qwen3-TTS-12Hz-1.7B-Base");
        Findings.ShouldBeEmpty();
    }
}
