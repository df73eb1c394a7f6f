using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Mlx;

public sealed class PrepareTests(ITestOutputHelper output) : MlxTest
{
    [Fact]
    public async Task A_machine_without_mlx_is_shown_every_check_and_every_cure_at_once()
    {
        var lesson = NewLesson().Set("NarrationPython", Path.Combine(Machine.Shims.Folder, "python3")).Scene("Intro", Lines(2));

        var run = await lesson.BuildLoggedAsync("-t:PrepareNarration");

        output.WriteLine(
            $"PrepareNarration without MLX: {run.Elapsed.TotalSeconds:0.0} s with MSBuild, {run.TimeInOurTargets.TotalSeconds:0.0} s in "
                + $"our targets; load {MachineLoad.Now:0.0}"
        );
        run.ExitCode.ShouldBe(1);
        foreach (
            var row in new[]
            {
                "Python",
                "isolation",
                "modules",
                "mlx-audio",
                "device",
                "model",
                "reference files",
                "recording",
                "length",
                "level",
                "clipping",
                "transcript",
                "load",
                "trial clip",
            }
        )
        {
            Table(run).ShouldContain(line => line.Contains(row, StringComparison.OrdinalIgnoreCase), $"no row for {row} in:\n{run.Output}");
        }

        run.Errors.Select(e => e.Code).ShouldBeSubsetOf(["FHN2004", "FHN2006", "FHN2007"]);
        run.Errors.Single(e => e.Code == "FHN2004").Text.ShouldContain("-t:SetupNarration");
        run.Errors.Single(e => e.Code == "FHN2007").Text.ShouldContain("-p:NarrationAllowDownload=true");
        run.Output.ShouldNotContain("Voice backend prepared");
        File.Exists(lesson.Intermediate() + "/ready.json").ShouldBeFalse();
        run.TimeInOurTargets.ShouldBeLessThan(TimeSpan.FromSeconds(5 * MachineLoad.Allowance));
    }

    [Fact]
    public async Task A_prepared_machine_has_Flaming_Horses_signals_and_ready_file_and_is_not_tried_again()
    {
        var lesson = NewLesson()
            .Scene("Intro", Lines(2))
            .Set("NarrationVoiceDirectory", null)
            .Write(
                "voice_clone_config.json",
                """
                { "qwen_python": "~/none", "model_id": "mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit", "device": "cpu", "dtype": "float32",
                  "language": "English", "ref_audio": "voice/ref.wav", "ref_text": "voice/ref.txt", "output_dir": "media/voices" }
                """
            );

        var first = (await lesson.BuildAsync("-t:PrepareNarration")).ShouldSucceed();

        var lines = first.Output.Split('\n').Select(l => l.Trim()).ToList();
        var signals = new[]
        {
            "Preparing voice backend: mlx",
            "Model: mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit",
            "Voice backend prepared (mlx)",
        };
        signals.Select(s => lines.FindIndex(l => l == s)).ShouldBeInOrder();
        signals.ShouldAllBe(s => lines.Contains(s));
        Mlx.Loads.Count.ShouldBe(1);
        Mlx.Spoken.Count.ShouldBe(1, "one short clip");
        using var ready = JsonDocument.Parse(await File.ReadAllTextAsync(lesson.At("media/voices/ready.json")));
        var root = ready.RootElement;
        root.EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe([
                "fingerprint",
                "model_id",
                "model_source",
                "device",
                "dtype",
                "ref_audio",
                "ref_text",
                "offline",
                "timings",
                "prepared_in_seconds",
                "prepared_at",
            ]);
        root.GetProperty("timings")
            .EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe(
                ["model_load_seconds", "prompt_build_seconds", "dry_run_generate_seconds", "dry_run_audio_seconds"],
                ignoreOrder: true
            );
        root.GetProperty("offline").GetBoolean().ShouldBeTrue();
        root.GetProperty("fingerprint").GetString().ShouldBe(Fingerprint(root, lesson));
        (await File.ReadAllTextAsync(lesson.At("media/voices/ready.json"))).ShouldStartWith("{\n  \"fingerprint\"");

        Mlx.Clear();
        (await lesson.BuildAsync("-t:PrepareNarration")).ShouldSucceed().Output.ShouldContain("Voice backend prepared (mlx)");
        Mlx.Loads.ShouldBeEmpty();

        (await lesson.BuildAsync("-t:PrepareNarration", "-p:NarrationForce=true")).ShouldSucceed();
        Mlx.Loads.Count.ShouldBe(1);

        // Another reference is another voice: what was proved says nothing about it.
        Mlx.Clear();
        Sine.Write(lesson.At("voice/ref.wav"), 300);
        (await lesson.BuildAsync("-t:PrepareNarration")).ShouldSucceed();
        Mlx.Loads.Count.ShouldBe(1);
    }

    private static IEnumerable<string> Table(BuildResult run) =>
        run
            .Output.Split('\n')
            .Select(l => l.Trim())
            .Where(l =>
                l.StartsWith("ok ", StringComparison.Ordinal)
                || l.StartsWith("warning ", StringComparison.Ordinal)
                || l.StartsWith("ERROR ", StringComparison.Ordinal)
                || l.StartsWith("- ", StringComparison.Ordinal)
            );

    /// <summary>As <c>json.dumps(…, sort_keys=True, separators=(",", ":"))</c> in Python gives it.</summary>
    private static string Fingerprint(JsonElement ready, LessonProject lesson)
    {
        var audio = AudioFolder.Hash(lesson.At("voice/ref.wav"));
        var text = AudioFolder.Hash(lesson.At("voice/ref.txt"));
        var json = $$"""
            {"device":"{{ready.GetProperty("device")}}","dtype":"{{ready.GetProperty("dtype")}}","language":"English",
            "model_id":"{{ready.GetProperty("model_id")}}","ref_audio_sha256":"{{audio}}","ref_text_sha256":"{{text}}"}
            """.ReplaceLineEndings("");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }
}
