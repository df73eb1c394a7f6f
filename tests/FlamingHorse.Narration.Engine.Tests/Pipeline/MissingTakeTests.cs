using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Engine.Tests.Fakes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class MissingTakeTests : IDisposable
{
    private readonly Studio _studio = new Studio()
        .Say("Intro.Welcome", "Welcome to this video.")
        .Say("Intro.Rule", "Each entry sums products.");

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task Without_a_backend_the_error_first_says_how_to_go_on_without_one()
    {
        _studio.Properties.Clear();
        _studio.Programs.Clear();

        var outcome = await _studio.BuildAsync();

        var error = outcome.Findings.ShouldHaveSingleItem();
        error.Kind.Code.ShouldBe("FHN2001");
        error.Place.ShouldBe(new("Intro.Rule.cs", 7, 5));
        var lines = error.Message.Split('\n');
        lines[0].ShouldContain("NarrationMissing=Estimate");
        lines[1].ShouldStartWith("Tried: ");
        lines[1].ShouldContain("python3");
        lines[2].ShouldContain("FlamingHorse.Narration.Speech");
        lines[3].ShouldContain("SetupNarration");
        lines[^1].ShouldContain("NarrationRemoteCache");
        outcome.Summary.Failed.ShouldBe(2);
        outcome.IsComplete.ShouldBeFalse();
        outcome.Manifest.Segments.ShouldAllBe(segment => segment.IsEstimated);
        _studio.Synthesizer.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_available_system_voice_is_named_with_how_to_choose_it_for_good()
    {
        _studio.Properties.Clear();
        _studio.Programs.Clear();
        var engine = SystemEngines.Of(CurrentSystem.Family)[0];
        _studio.Programs.Add(SystemEngines.Program(engine));

        (await _studio.BuildAsync())
            .Findings[0]
            .Message.ShouldContain($"{engine} is on this machine: <NarrationBackend>system</NarrationBackend> in the project file");
    }

    [Fact]
    public async Task A_python_that_nobody_set_up_is_not_a_backend()
    {
        _studio.Properties.Clear();

        (await _studio.BuildAsync()).Codes().ShouldBe(["FHN2001"]);
    }

    [Fact]
    public async Task A_guessed_python_without_the_modules_is_not_a_backend_and_a_named_one_is_a_broken_backend()
    {
        _studio.Synthesizer.Throws = _ => new NarrationException(VoiceFindings.ModuleMissing.At(null, "mlx_audio cannot be imported."));
        (await _studio.BuildAsync()).Codes().ShouldBe(["FHN2004"]);

        _studio.Properties["NarrationPython"] = "";
        var outcome = await _studio.BuildAsync();

        outcome.Codes().ShouldBe(["FHN2001"]);
        outcome.Findings[0].Message.ShouldContain("Tried: mlx_audio cannot be imported. (FHN2004)");
    }

    [Fact]
    public async Task A_system_voice_without_any_engine_is_not_a_backend()
    {
        (await _studio.BuildAsync("NarrationBackend", "system")).Codes().ShouldBe(["FHN2001"]);
    }

    [Fact]
    public async Task An_absent_reference_matters_only_when_something_must_be_made()
    {
        await _studio.BuildAsync();
        File.Delete(_studio.Folder["voice", "ref.wav"]);
        File.Delete(_studio.Folder["voice", "ref.txt"]);
        (await _studio.BuildAsync()).Findings.ShouldBeEmpty();

        var outcome = await _studio.Say("Intro.New", "Something new.").BuildAsync();

        outcome.Codes().ShouldBe(["FHN2008"]);
        outcome.Findings[0].Place.ShouldBe(new("Intro.New.cs", 7, 5));
        outcome.Summary.UpToDate.ShouldBe(2);
        outcome.Summary.Failed.ShouldBe(1);
    }

    [Fact]
    public async Task A_Git_LFS_pointer_is_the_same_voice_but_cannot_speak()
    {
        await _studio.BuildAsync();
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(_studio.Folder["voice", "ref.wav"]))
        );
        _studio.Folder.Write("voice/ref.wav", $"version https://git-lfs.github.com/spec/v1\noid sha256:{hash}\nsize 20\n");
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(2);

        (await _studio.Say("Intro.New", "Something new.").BuildAsync()).Codes().ShouldBe(["FHN2011"]);
    }

    [Fact]
    public async Task Estimates_are_reported_in_every_build_and_replaced_by_the_next_one_that_can_speak()
    {
        _studio.Properties["NarrationMissing"] = "Estimate";
        for (var i = 0; i < 2; i++)
        {
            var outcome = await _studio.BuildAsync();
            outcome.Codes().ShouldBe(["FHN3008"]);
            outcome.HasErrors.ShouldBeFalse();
            outcome.IsComplete.ShouldBeFalse();
            outcome.Summary.Estimated.ShouldBe(2);
            var line = outcome.Of("Intro.Rule");
            line.IsEstimated.ShouldBeTrue();
            line.AudioFile.ShouldBeNull();
            line.AudioHash.ShouldBeNull();
            line.Model.ShouldBe("");
            line.SpeechStart.ShouldBe(2_400);
            line.SpeechEnd.ShouldBe(line.SampleCount - 4_800);
            File.Exists(_studio.LockPath).ShouldBeFalse();
        }

        _studio.Properties.Remove("NarrationMissing");
        var next = await _studio.BuildAsync();
        next.Manifest.Segments.ShouldAllBe(segment => !segment.IsEstimated);
        next.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Under_dotnet_watch_a_new_segment_is_an_estimate()
    {
        _studio.Variables["DOTNET_WATCH"] = "1";

        (await _studio.BuildAsync()).Codes().ShouldBe(["FHN3008"]);
        _studio.Synthesizer.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Estimates_learn_from_the_voices_takes()
    {
        for (var i = 0; i < 20; i++)
        {
            _studio.Say($"Slow.S{i:00}", $"Word number {i} of a list.");
        }

        _studio.Synthesizer.Fails = _ => null;
        await _studio.BuildAsync();
        _studio.Say("Later", "Each entry of the matrix sums the products of a row and a column, one after the other.");
        var quick = (await _studio.BuildAsync("NarrationMissing", "Estimate")).Of("Later").SampleCount;

        // The same project, whose voice takes three times as long.
        var content = System.Text.RegularExpressions.Regex.Replace(
            await File.ReadAllTextAsync(_studio.LockPath),
            "\"samples\":\\d+",
            "\"samples\":120000"
        );
        await File.WriteAllTextAsync(_studio.LockPath, content);
        var slow = (await _studio.BuildAsync("NarrationMissing", "Estimate")).Of("Later").SampleCount;

        slow.ShouldBeGreaterThan(quick * 3 / 2);
    }

    [Fact]
    public async Task Forbidden_synthesis_fails_at_each_line()
    {
        var outcome = await _studio.BuildAsync("NarrationMissing", "Error");

        outcome.Codes().ShouldBe(["FHN3007", "FHN3007"]);
        outcome.Findings.Select(finding => finding.Place!.File).ShouldBe(["Intro.Rule.cs", "Intro.Welcome.cs"]);
        _studio.Synthesizer.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forbidden_synthesis_still_uses_what_the_cache_has()
    {
        await _studio.BuildAsync();
        File.Delete(_studio.LockPath);

        var outcome = await _studio.BuildAsync("NarrationMissing", "Error");

        outcome.Findings.ShouldBeEmpty();
        _studio.Lock.Segments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_segment_fails_the_build_at_its_line_and_the_others_are_kept()
    {
        _studio.Synthesizer.Fails = request => request.Id == "Intro.Rule" ? QualityFindings.ClipRejected.At(null, "No take passed.") : null;

        var outcome = await _studio.BuildAsync();

        outcome.Codes().ShouldBe(["FHN4001"]);
        outcome.Findings[0].Place.ShouldBe(new("Intro.Rule.cs", 7, 5));
        outcome.Summary.Failed.ShouldBe(1);
        outcome.Summary.Rows[0].Attempts.ShouldBe(3);
        outcome.Summary.Synthesized.ShouldBe(1);
        _studio.Lock.Segments.Keys.ShouldBe(["Intro.Welcome"]);
        _studio.Store.Held.ShouldBeEmpty();

        _studio.Synthesizer.Fails = _ => null;
        (await _studio.BuildAsync()).Summary.Synthesized.ShouldBe(1);
    }

    [Fact]
    public async Task A_voice_that_is_not_configured_is_an_error_before_anything_is_made()
    {
        var outcome = await _studio.Say("Intro.Who", "Who speaks?", segment => segment with { Voice = "nobody" }).BuildAsync();

        outcome.Codes().ShouldBe(["FHN2013"]);
        outcome.Findings[0].Message.ShouldContain("narrator");
        outcome.Findings[0].Place.ShouldBe(new("Intro.Who.cs", 7, 5));
        _studio.Synthesizer.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_model_at_25_Hz_is_refused_when_something_must_be_made_and_not_before()
    {
        _studio.Properties["NarrationQuality"] = "LongForm";
        var outcome = await _studio.BuildAsync();
        outcome.Codes().ShouldBe(["FHN2021"]);
        _studio.Synthesizer.Runs.ShouldBeEmpty();

        _studio.Properties["NarrationMissing"] = "Estimate";
        (await _studio.BuildAsync()).Codes().ShouldBe(["FHN3008"]);
    }
}
