namespace FlamingHorse.Narration.Acceptance.Mlx;

/// <summary>The sample as it stands in the repository, in a place of its own, with a recording beside all projects.</summary>
public sealed class StandingWavesTests : MlxTest
{
    private const int Sentences = 27;
    private const string Draft = "mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit";
    private const string Final = "mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit";

    private string Folder => Path.Combine(Machine.Root, "samples", "StandingWaves");

    [Fact]
    public async Task The_sample_is_spoken_by_the_small_model_while_it_is_written_and_by_the_large_one_for_the_film()
    {
        CopySample();
        var reference = Path.Combine(Machine.Root, "assets", "voice_ref", "ref.wav");
        Sine.Write(reference, 200);
        await File.WriteAllTextAsync(Path.ChangeExtension(reference, ".txt"), "A tone of five seconds that passes for a voice.\n");
        // Everything else that this machine knows of its voice stands in the sample's .env, as in a project of Flaming Horse.
        await File.AppendAllTextAsync(
            Path.Combine(Folder, ".env"),
            $"export FLAMING_HORSE_MLX_PYTHON='{Mlx.Python}'\nHF_HOME=../../models # relative to the project\n"
        );
        await Machine.BashAsync($"python3 '{PackageFeed.Repository}/src/worker/tests/standin/make_model.py' models/hub {Draft} {Final}");

        await DotnetAsync("build");

        ShouldHaveSpokenAll(Draft);
        Mlx.Events("load").Single().GetProperty("path").GetString()!.ShouldStartWith(Path.Combine(Machine.Root, "models", "hub"));
        Mlx.Events("load_audio").Select(e => e.GetProperty("path").GetString()).ShouldBe([reference]);
        Mlx.Events("generate").ShouldAllBe(e => e.GetProperty("lang_code").GetString() == "english");
        File.Exists(Path.Combine(Folder, "narration.lock.json")).ShouldBeFalse("drafts are nobody else's");
        (await DotnetAsync("exec", "bin/Debug/net10.0/StandingWaves.dll")).ShouldContain($"{Sentences} segments");

        Mlx.Clear();
        await DotnetAsync("build", "-c", "Release");

        ShouldHaveSpokenAll(Final);
        LockView.Read(Path.Combine(Folder, "narration.lock.json")).Ids.Count().ShouldBe(Sentences);
        var told = await DotnetAsync("exec", "bin/Release/net10.0/StandingWaves.dll");
        told.ShouldContain($"{Sentences} segments");
        told.ShouldNotContain("≈", Case.Sensitive, "nothing is estimated");
        File.Exists(Path.Combine(Folder, "bin/Release/net10.0/standing-waves.srt")).ShouldBeTrue();

        Mlx.Clear();
        await DotnetAsync("build");
        Mlx.Starts.ShouldBe(0, "both have their own clips");
    }

    private void ShouldHaveSpokenAll(string model)
    {
        Mlx.Loads.ShouldBe([model]);
        Mlx.ProcessIds.Count.ShouldBe(1);
        Mlx.Spoken.Distinct().Count().ShouldBe(Sentences);
        Mlx.Events("encode").Count.ShouldBe(1);
    }

    private void CopySample()
    {
        var sample = Path.Combine(PackageFeed.Repository, "samples", "StandingWaves");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories).Where(IsSource))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        bool IsSource(string file) => Path.GetRelativePath(sample, file).Split('/')[0] is not ("bin" or "obj" or "media");
    }

    private async Task<string> DotnetAsync(string command, params string[] arguments)
    {
        string[] quiet = command == "build" ? ["-nologo", "-nr:false", "-tl:off"] : [];
        using var run = Machine.Start(Machine.Feed.Tools.Dotnet, Folder, [command, .. arguments, .. quiet]);
        (await run.WaitAsync()).ShouldBe(0, run.Output);
        return run.Output;
    }
}
