using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Tests.Fakes;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>The rows of the contract's table of builds, as far as the engine decides them.</summary>
public sealed class BuildTests : IDisposable
{
    private readonly Studio _studio = new Studio()
        .Say("Intro.Welcome", "Welcome to this video.")
        .Say("Intro.Rule", "Each entry sums products.");

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task The_first_build_makes_every_missing_segment()
    {
        var outcome = await _studio.BuildAsync();

        _studio.Synthesizer.Made.Select(request => request.Id).ShouldBe(["Intro.Rule", "Intro.Welcome"]);
        outcome.Summary.Synthesized.ShouldBe(2);
        outcome.Summary.WorkerStarts.ShouldBe(1);
        outcome.Summary.ModelLoads.ShouldBe(1);
        outcome.IsComplete.ShouldBeTrue();
        outcome.Findings.ShouldBeEmpty();
        var line = outcome.Of("Intro.Welcome");
        line.IsEstimated.ShouldBeFalse();
        line.AudioFile.ShouldBe("narration/Lesson/Intro.Welcome.wav");
        line.AudioHash.ShouldBe(_studio.Lock.Segments["Intro.Welcome"].AudioHash);
        line.SampleCount.ShouldBe(_studio.Lock.Segments["Intro.Welcome"].SampleCount);
        outcome.Audio["Intro.Welcome"].Path.ShouldBe("/store/" + line.AudioHash);
        _studio.Store.Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_second_build_makes_nothing_and_writes_nothing()
    {
        var first = await _studio.BuildAsync();
        var files = _studio.Folder.Snapshot();

        var second = await _studio.BuildAsync();

        _studio.Synthesizer.Runs.Count.ShouldBe(1);
        second.Summary.UpToDate.ShouldBe(2);
        second.Manifest.Segments.ShouldBe(first.Manifest.Segments, ignoreOrder: false, comparer: new LineComparer());
        _studio.Folder.Snapshot().ShouldBe(files);
    }

    [Fact]
    public async Task One_changed_string_is_one_segment_made()
    {
        await _studio.BuildAsync();
        var before = _studio.Lock.Segments["Intro.Rule"];

        var outcome = await _studio.Say("Intro.Welcome", "Welcome to this other video.").BuildAsync();

        _studio.Synthesizer.Made.Count.ShouldBe(3);
        _studio.Synthesizer.Made.Last().Id.ShouldBe("Intro.Welcome");
        outcome.Summary.Synthesized.ShouldBe(1);
        _studio.Lock.Segments["Intro.Rule"].ShouldBe(before);
    }

    [Fact]
    public async Task A_renamed_segment_keeps_its_take_even_where_no_store_has_its_audio()
    {
        await _studio.BuildAsync();
        var take = _studio.Lock.Segments["Intro.Welcome"];
        _studio.Store.LoseEverything();

        var outcome = await _studio.Unsay("Intro.Welcome").Say("Intro.Hello", "Welcome to this video.").BuildAsync();

        _studio.Synthesizer.Made.Count.ShouldBe(2);
        outcome.Of("Intro.Hello").SampleCount.ShouldBe(take.SampleCount);
        _studio.Lock.Segments.Keys.ShouldBe(["Intro.Hello", "Intro.Rule"], ignoreOrder: true);
        _studio.Lock.Segments["Intro.Hello"].ShouldBe(take);
    }

    [Fact]
    public async Task A_moved_mark_and_other_white_space_make_nothing()
    {
        await _studio.Say("Intro.Row", "A <mark name='row'/>row and a column.").BuildAsync();

        var outcome = await _studio.Say("Intro.Row", "A row\n   and a <mark name='row'/>column.").BuildAsync();

        outcome.Summary.UpToDate.ShouldBe(3);
        var cue = outcome.Of("Intro.Row").Cues.ShouldHaveSingleItem();
        cue.Name.ShouldBe("row");
        cue.IsEstimated.ShouldBeTrue();
        cue.Sample.ShouldBeInRange(outcome.Of("Intro.Row").SpeechStart + 1, outcome.Of("Intro.Row").SpeechEnd - 1);
    }

    [Fact]
    public async Task A_moved_code_line_makes_nothing()
    {
        await _studio.BuildAsync();

        var outcome = await _studio
            .Say("Intro.Rule", "Each entry sums products.", segment => segment with { Place = new("Other.cs", 99, 1) })
            .BuildAsync();

        outcome.Summary.UpToDate.ShouldBe(2);
    }

    [Fact]
    public async Task A_reference_of_the_same_size_and_older_is_a_change_of_its_voice_alone()
    {
        _studio.Voices.Add(new("guest") { ReferenceAudio = "guest.wav", Text = "Hello." });
        _studio.Folder.Write("guest.wav", "guest sound 1");
        await _studio.Say("Intro.Guest", "I am the guest.", segment => segment with { Voice = "guest" }).BuildAsync();
        File.WriteAllText(_studio.Folder["guest.wav"], "guest sound 2");
        File.SetLastWriteTimeUtc(_studio.Folder["guest.wav"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var outcome = await _studio.BuildAsync();

        outcome.Summary.Synthesized.ShouldBe(1);
        _studio.Synthesizer.Made.Last().Id.ShouldBe("Intro.Guest");
    }

    [Theory]
    [InlineData("NarrationModel", "mlx-community/Other")]
    [InlineData("NarrationLanguage", "German")]
    public async Task A_changed_setting_of_the_voice_makes_everything_again(string property, string value)
    {
        await _studio.BuildAsync();

        var outcome = await _studio.BuildAsync(property, value);

        outcome.Summary.Synthesized.ShouldBe(2);
    }

    [Theory]
    [InlineData("NarrationBatchSize", "2")]
    [InlineData("NarrationMemoryLimit", "4")]
    [InlineData("NarrationLoudness", "-16")]
    [InlineData("NarrationLoudness", "off")]
    [InlineData("NarrationPython", "/other/python")]
    public async Task A_setting_that_is_in_no_key_makes_nothing(string property, string value)
    {
        await _studio.BuildAsync();

        var outcome = await _studio.BuildAsync(property, value);

        outcome.Summary.UpToDate.ShouldBe(2);
    }

    [Fact]
    public async Task A_cleaned_lock_is_filled_from_the_cache()
    {
        var first = await _studio.BuildAsync();
        File.Delete(_studio.LockPath);

        var outcome = await _studio.BuildAsync();

        outcome.Summary.FromLocalCache.ShouldBe(2);
        outcome.Summary.Synthesized.ShouldBe(0);
        outcome.Of("Intro.Rule").AudioHash.ShouldBe(first.Of("Intro.Rule").AudioHash);
    }

    [Fact]
    public async Task What_the_shared_store_has_is_counted_apart()
    {
        _studio.Store.Source = ClipSource.Remote;
        await _studio.BuildAsync();
        File.Delete(_studio.LockPath);

        (await _studio.BuildAsync()).Summary.FromRemoteCache.ShouldBe(2);
        (await _studio.BuildAsync()).Summary.FromRemoteCache.ShouldBe(2);
    }

    [Fact]
    public async Task Two_segments_that_say_the_same_are_one_request()
    {
        var outcome = await _studio.Say("Outro.Again", "Welcome to this video.").BuildAsync();

        _studio.Synthesizer.Made.Count.ShouldBe(2);
        outcome.Summary.Synthesized.ShouldBe(2);
        outcome.Summary.FromLocalCache.ShouldBe(1);
        outcome.Of("Outro.Again").AudioHash.ShouldBe(outcome.Of("Intro.Welcome").AudioHash);
        outcome.Of("Outro.Again").AudioFile.ShouldBe("narration/Lesson/Outro.Again.wav");
    }

    [Fact]
    public async Task The_summary_has_the_documented_names()
    {
        await _studio.BuildAsync();

        var json = System
            .Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_studio.Intermediate, BuildSummaryFile.FileName)))
            .RootElement;
        foreach (
            var name in new[]
            {
                "segments",
                "upToDate",
                "fromLocalCache",
                "fromRemoteCache",
                "synthesized",
                "estimated",
                "failed",
                "workerStarts",
                "modelLoads",
                "elapsedMs",
            }
        )
        {
            json.GetProperty(name).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Number);
        }

        var row = json.GetProperty("rows")[0];
        row.EnumerateObject().Select(field => field.Name).ShouldBe(["id", "key", "source", "durationSeconds", "elapsedMs", "attempts"]);
        row.GetProperty("id").GetString().ShouldBe("Intro.Rule");
        row.GetProperty("source").GetString().ShouldBe("synthesized");
        row.GetProperty("attempts").GetInt32().ShouldBe(1);
        row.GetProperty("durationSeconds").GetDouble().ShouldBe(24_007 / 24_000d, 1e-6);
    }

    [Fact]
    public async Task The_log_shows_the_progress_and_the_outcome()
    {
        await _studio.BuildAsync();

        _studio.Log.Lines.ShouldContain(line =>
            line.StartsWith("[1/2] Intro.Rule: 1.0 s, ", StringComparison.Ordinal) && line.EndsWith(" left", StringComparison.Ordinal)
        );
        _studio.Log.Lines.Last().ShouldMatch(@"^Narration: 2 synthesized, 0 cached, \d+\.\d s$");
        var progress = await File.ReadAllTextAsync(Path.Combine(_studio.Intermediate, "progress.json"));
        progress.ShouldContain("\"done\": 2");
        progress.ShouldContain("\"isFinished\": true");
    }

    [Fact]
    public async Task Nothing_is_left_in_the_temporary_folder()
    {
        await _studio.BuildAsync();

        Directory.GetDirectories(_studio.Intermediate).ShouldBeEmpty();
        Directory.GetFiles(_studio.Folder.Path, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private sealed class LineComparer : IEqualityComparer<ManifestSegment>
    {
        public bool Equals(ManifestSegment? x, ManifestSegment? y) => x! with { Cues = [] } == y! with { Cues = [] };

        public int GetHashCode(ManifestSegment obj) => obj.Id.GetHashCode(StringComparison.Ordinal);
    }
}
