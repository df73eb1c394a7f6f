using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Acceptance.Faults;

public sealed class FullDiskTests : AcceptanceTest
{
    [Fact]
    public async Task A_cache_that_fills_up_in_mid_build_costs_one_warning_and_no_sound()
    {
        using var disk = new SmallDisk();
        var lesson = Lesson().Set("NarrationCachePath", disk.Path);

        var build = (await lesson.BuildAsync()).ShouldSucceed();

        build.Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN3010");
        var app = await lesson.RunAsync();
        app.Segments.Count.ShouldBe(14);
        app.Segments.ShouldAllBe(s => AudioFolder.Hash(s.Path!) == s.AudioHash && AudioFolder.SampleCount(s.Path!) == s.SampleCount);
        app.Segments.Sum(s => new FileInfo(s.Path!).Length).ShouldBeGreaterThan(2 << 20);
        Directory.EnumerateFiles(disk.Path, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
        Machine.Worker.Spoken.Count.ShouldBe(14);
        Machine.Worker.Clear();

        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Spoken.ShouldBeEmpty();
        (await lesson.RunAsync()).Segments.ShouldBe(app.Segments);
    }

    [Fact]
    public async Task An_intermediate_folder_without_room_is_a_clear_error_and_the_next_build_goes_on()
    {
        var lesson = Lesson();
        using (var disk = new SmallDisk(lesson.Intermediate()))
        {
            disk.Fill();
            var error = (await lesson.BuildAsync()).ShouldFailWith("FHN3016");
            error.Text.ShouldContain("disk was full");
            Machine.Shims.Starts.ShouldBeEmpty();
            Directory.EnumerateFileSystemEntries(disk.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldBe(["ballast"]);
        }

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        (await lesson.RunAsync()).Segments.Count.ShouldBe(14);
        Machine.Worker.Spoken.Count.ShouldBe(14);
    }

    /// <summary>About 3 MB of sound.</summary>
    private LessonProject Lesson() => Machine.NewProject()
        .Scene("Intro", Enumerable.Range(1, 14).Select(n => ($"Line{n}", $"This is line number {n} of a lesson whose sound does not fit on the disk.")));
}
