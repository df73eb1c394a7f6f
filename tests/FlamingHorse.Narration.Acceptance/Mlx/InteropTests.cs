namespace FlamingHorse.Narration.Acceptance.Mlx;

public sealed class InteropTests : MlxTest
{
    private const string Small = "mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit";
    private const string Medium = "mlx-community/Qwen3-TTS-12Hz-1.7B-Base-4bit";
    private const string Large = "mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit";

    [Fact]
    public async Task A_property_wins_over_the_environment_which_wins_over_the_env_file_which_wins_over_the_config()
    {
        var lesson = NewLesson()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Set("NarrationBackend", null)
            .Set("NarrationPython", null)
            .Set("NarrationVoiceDirectory", null);
        foreach (var (folder, hertz) in new[] { ("config", 150), ("file", 200), ("environment", 250), ("property", 300) })
        {
            WriteReference(lesson, folder, hertz);
        }

        StandIn[] environments =
        [
            Mlx,
            new(Path.Combine(Machine.Root, "file")),
            new(Path.Combine(Machine.Root, "environment")),
            new(Path.Combine(Machine.Root, "property")),
        ];
        lesson.Write(
            "voice_clone_config.json",
            $$"""{ "model_id": "{{Small}}", "language": "German", "ref_audio": "config/ref.wav", "ref_text": "config/ref.txt" }"""
        );

        // The config knows no Python and no backend: mlx is the default, and PATH has the interpreter.
        File.Delete(Path.Combine(Machine.Shims.Folder, "python3"));
        await File.WriteAllTextAsync(Path.Combine(Machine.Shims.Folder, "python3"), $"#!/bin/sh\nexec '{Mlx.Python}' \"$@\"\n");
        await Machine.BashAsync($"chmod +x '{Machine.Shims.Folder}/python3'");
        await ShouldSpeakAsync(lesson, Mlx, Small, "config", "german");

        lesson.Write(
            ".env",
            $"""
            # Flaming Horse's own names
            export FLAMING_HORSE_TTS_BACKEND=mlx
            FLAMING_HORSE_MLX_PYTHON="{environments[1].Python}"
            FLAMING_HORSE_MLX_MODEL_ID={Medium}
            FLAMING_HORSE_VOICE_REF_DIR='file'

            """
        );
        await ShouldSpeakAsync(lesson, environments[1], Medium, "file", "german");

        Machine.Set("FLAMING_HORSE_TTS_BACKEND", "mlx");
        Machine.Set("FLAMING_HORSE_MLX_PYTHON", environments[2].Python);
        Machine.Set("FLAMING_HORSE_MLX_MODEL_ID", Large);
        Machine.Set("FLAMING_HORSE_VOICE_REF_DIR", "environment");
        await ShouldSpeakAsync(lesson, environments[2], Large, "environment", "german");

        Machine.Set("FLAMING_HORSE_TTS_BACKEND", "qwen");
        lesson
            .Set("NarrationBackend", "mlx")
            .Set("NarrationPython", environments[3].Python)
            .Set("NarrationModel", Small)
            .Set("NarrationVoiceDirectory", "property")
            .Set("NarrationLanguage", "English");
        await ShouldSpeakAsync(lesson, environments[3], Small, "property", "english");
    }

    [Fact]
    public async Task The_PyTorch_path_is_recognized_as_a_backend_and_as_a_model()
    {
        var lesson = NewLesson()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Set("NarrationBackend", null)
            .Write("voice_clone_config.json", """{ "model_id": "Qwen/Qwen3-TTS-12Hz-1.7B-Base" }""");

        Machine.Set("FLAMING_HORSE_TTS_BACKEND", "qwen");
        (await lesson.BuildAsync()).ShouldFailWith("FHN2002").Text.ShouldContain("Use mlx");
        Mlx.Starts.ShouldBe(0);

        Machine.Set("FLAMING_HORSE_TTS_BACKEND", null);
        var build = (await lesson.BuildLoggedAsync()).ShouldSucceed();
        build
            .Log.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Message>()
            .ShouldContain(m =>
                m.Text.Contains("Qwen/Qwen3-TTS-12Hz-1.7B-Base", StringComparison.Ordinal)
                && m.Text.Contains("is ignored", StringComparison.Ordinal)
            );
        Mlx.Loads.ShouldBe([Large]);
    }

    private static async Task ShouldSpeakAsync(LessonProject lesson, StandIn by, string model, string reference, string language)
    {
        by.Clear();
        (await lesson.BuildAsync()).ShouldSucceed();
        by.Loads.ShouldBe([model], reference);
        by.Spoken.ShouldBe(["Welcome to the lesson."], reference);
        by.Events("load_audio").Select(e => e.GetProperty("path").GetString()).ShouldBe([lesson.At($"{reference}/ref.wav")]);
        by.Events("generate")[0].GetProperty("lang_code").GetString().ShouldBe(language);
    }
}
