using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class LockedBuildTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Welcome", "Welcome.").Say("Intro.Rule", "Each entry sums products.");

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task A_clone_without_backend_reference_or_audio_builds_with_exact_lengths()
    {
        _studio.Variables["FLAMING_HORSE_MLX_MODEL_ID"] = "mlx-community/My-Model";
        _studio.Folder.Write("voice_clone_config.json", """{ "language": "German" }""");
        var made = await _studio.BuildAsync();

        // The clone: other bytes nowhere, no variable, no reference, no configuration; the lock with the line ends of Windows.
        _studio.Variables.Clear();
        _studio.Properties.Clear();
        _studio.Programs.Clear();
        _studio.Store.LoseEverything();
        Directory.Delete(_studio.Folder["voice"], recursive: true);
        File.Delete(_studio.Folder["voice_clone_config.json"]);
        var windows = (await File.ReadAllTextAsync(_studio.LockPath)).ReplaceLineEndings("\r\n");
        await File.WriteAllTextAsync(_studio.LockPath, windows);
        _studio.Properties["NarrationLockedMode"] = "true";
        var outcome = await _studio.BuildAsync();

        outcome.Codes().ShouldBe(["FHN3005"]);
        outcome.Of("Intro.Rule").SampleCount.ShouldBe(made.Of("Intro.Rule").SampleCount);
        outcome.Of("Intro.Rule").Model.ShouldBe("mlx-community/My-Model");
        (await File.ReadAllTextAsync(_studio.LockPath)).ShouldBe(windows);
        _studio.Synthesizer.Runs.Count.ShouldBe(1);

        _studio.Properties.Clear();
        (await _studio.BuildAsync()).Codes().ShouldBe(["FHN3005"]);
        (await File.ReadAllTextAsync(_studio.LockPath)).ShouldBe(windows);
    }

    [Fact]
    public async Task A_model_that_the_project_named_is_not_kept_when_the_project_no_longer_does()
    {
        await _studio.BuildAsync("NarrationModel", "mlx-community/Other");

        var outcome = await _studio.BuildAsync();

        outcome.Summary.Synthesized.ShouldBe(2);
        outcome.Of("Intro.Rule").Model.ShouldBe("mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit");
    }

    [Fact]
    public async Task A_changed_segment_fails_at_its_line_and_nothing_is_written()
    {
        await _studio.BuildAsync();
        var files = _studio.Folder.Snapshot();
        _studio.Say("Intro.Welcome", "Welcome back.");

        var outcome = await _studio.BuildAsync("NarrationLockedMode", "true");

        var error = outcome.Findings.ShouldHaveSingleItem();
        error.Kind.Code.ShouldBe("FHN3002");
        error.Place.ShouldBe(new("Intro.Welcome.cs", 7, 5));
        error.Message.ShouldContain("text");
        outcome.IsComplete.ShouldBeFalse();
        File.ReadAllText(_studio.LockPath)
            .ShouldBe(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(files[_studio.LockPath].Content)));
        _studio.Synthesizer.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_voice_is_named_in_the_error()
    {
        await _studio.BuildAsync();
        _studio.Folder.Write("voice/ref.txt", "Other words.");
        _studio.Properties["NarrationLoudness"] = "off";

        var outcome = await _studio.BuildAsync("NarrationLockedMode", "true");

        outcome.Codes().ShouldBe(["FHN3002", "FHN3002"]);
        outcome.Findings[0].Message.ShouldContain("the voice 'narrator': reference text");
    }

    [Fact]
    public async Task A_new_segment_fails_although_the_cache_has_it()
    {
        await _studio.BuildAsync();
        File.Delete(_studio.LockPath);

        var outcome = await _studio.BuildAsync("NarrationLockedMode", "true");

        outcome.Codes().ShouldBe(["FHN3001", "FHN3001"]);
        File.Exists(_studio.LockPath).ShouldBeFalse();
    }

    [Fact]
    public async Task A_retake_and_a_locked_build_exclude_each_other()
    {
        await _studio.BuildAsync();
        _studio.Properties["NarrationLockedMode"] = "true";

        (await _studio.BuildAsync("NarrationRetake", "all")).Codes().ShouldBe(["FHN2020"]);
        _studio.Synthesizer.Made.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Drafts_leave_the_lock_alone()
    {
        await _studio.BuildAsync();
        var before = await File.ReadAllTextAsync(_studio.LockPath);

        var draft = await _studio.BuildAsync("NarrationQuality", "Draft");

        draft.Summary.Synthesized.ShouldBe(2);
        draft.Of("Intro.Rule").IsDraft.ShouldBeTrue();
        draft.Of("Intro.Rule").Model.ShouldBe("mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit");
        (await File.ReadAllTextAsync(_studio.LockPath)).ShouldBe(before);
        File.Exists(_studio.DraftLockPath).ShouldBeTrue();
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(2);
        (await _studio.BuildAsync("NarrationQuality", "Draft")).Summary.UpToDate.ShouldBe(2);
    }

    [Theory]
    [InlineData("{ \"schema\": 1,\n  \"voices\": {},\n  \"segments\": { \"A\": { \"key\": ", "FHN3003", 3)]
    [InlineData("{ \"schema\": 1,\n<<<<<<< HEAD\n  \"voices\": {}", "FHN3004", 2)]
    [InlineData("{ \"schema\": 99 }", "FHN3040", 1)]
    [InlineData("", "FHN3003", 1)]
    [InlineData("\0\0\0\0", "FHN3003", 1)]
    public async Task A_lock_that_cannot_be_read_stops_the_build_at_its_line(string content, string code, int line)
    {
        _studio.Folder.Write("narration.lock.json", content);

        var outcome = await _studio.BuildAsync();

        var error = outcome.Findings.ShouldHaveSingleItem();
        error.Kind.Code.ShouldBe(code);
        error.Place!.File.ShouldBe(_studio.LockPath);
        error.Place.Line.ShouldBe(line);
        _studio.Synthesizer.Runs.ShouldBeEmpty();
        (await File.ReadAllTextAsync(_studio.LockPath)).ShouldBe(content);
    }
}
