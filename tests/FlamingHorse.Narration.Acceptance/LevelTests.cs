using FlamingHorse.Narration.Bridge.Tests.Support;

namespace FlamingHorse.Narration.Acceptance;

/// <summary>The level is no matter of the voice: it is set where a clip is heard, as often as its author likes.</summary>
public sealed class LevelTests : AcceptanceTest
{
    [Fact]
    [Trait("Needs", "ffmpeg")]
    public async Task A_new_level_applies_everywhere_and_nothing_is_spoken_again()
    {
        var lesson = Machine
            .NewProject()
            .Set("NarrationLoudness", null)
            .Scene("Intro", ("Welcome", "Welcome to the lesson. Here it begins."));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var clip = Path.Combine(lesson.Output(), "narration", lesson.Name, "Scenes.Intro.Welcome.wav");
        Tool.Loudness(clip).ShouldBe(-18, 0.3);
        var locked = await File.ReadAllBytesAsync(lesson.LockFile);
        Machine.Worker.Clear();

        lesson.Set("NarrationLoudness", "-26");
        (await lesson.BuildAsync("-t:ExportNarration", "-p:NarrationExportFormat=Track")).ShouldSucceedWithoutWarnings();

        Tool.Loudness(clip).ShouldBe(-26, 0.3);
        Tool.Loudness(Directory.GetFiles(Path.Combine(lesson.Output(), "narration-export"), "*.wav")[0]).ShouldBe(-26, 0.3);
        (await lesson.RunAsync())["Scenes.Intro.Welcome"].AudioHash.ShouldBe(lesson.Lock["Scenes.Intro.Welcome"].AudioHash);
        Machine.Worker.Starts.ShouldBe(0);
        (await File.ReadAllBytesAsync(lesson.LockFile)).ShouldBe(locked);
        (await lesson.BuildAsync("-p:NarrationLockedMode=true", "-p:NarrationLoudness=-20")).ShouldSucceedWithoutWarnings();
        Tool.Loudness(clip).ShouldBe(-20, 0.3);
        Machine.Worker.Starts.ShouldBe(0);
    }

    /// <summary>Made by the last package whose keys held the level; how is said beside them.</summary>
    [Theory]
    [InlineData("default", null)]
    [InlineData("minus16", "-16")]
    [InlineData("off", "off")]
    public async Task A_lesson_of_an_older_package_keeps_its_takes_and_its_lock(string name, string? level)
    {
        var fixture = Path.Combine(PackageFeed.Repository, "tests", "fixtures", "levels");
        var lesson = Machine
            .NewProject()
            .Set("RootNamespace", "Lesson")
            .Set("NarrationLoudness", level)
            .Set("NarrationCachePath", "cache")
            .Item("<NarrationRecording Include=\"person.wav\" Id=\"Intro.Person\" />")
            .Write("Intro.cs", await File.ReadAllTextAsync(Path.Combine(fixture, "Intro.cs")));
        File.Copy(Path.Combine(fixture, "person.wav"), lesson.At("person.wav"));
        File.Copy(Path.Combine(fixture, name, "narration.lock.json"), lesson.LockFile);
        var cache = Path.Combine(fixture, name, "cache");
        await Machine.BashAsync($"mkdir -p '{lesson.At("cache")}' && cp -r '{cache}' '{lesson.At("cache/v1")}'");
        var locked = await File.ReadAllBytesAsync(lesson.LockFile);

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Worker.Starts.ShouldBe(0);
        (await File.ReadAllBytesAsync(lesson.LockFile)).ShouldBe(locked);
        lesson.Audio().Values.Order().ShouldBe(lesson.Lock.Segments.Values.Select(take => take.AudioHash).Order());
    }
}
