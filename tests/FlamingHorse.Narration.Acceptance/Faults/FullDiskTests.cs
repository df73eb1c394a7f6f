using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Acceptance.Faults;

public sealed class FullDiskTests : AcceptanceTest
{
    [Fact]
    public async Task A_cache_that_fills_up_during_a_build_costs_one_warning_and_no_audio()
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
    public async Task An_intermediate_folder_without_space_is_a_clear_error_and_the_next_build_continues()
    {
        var lesson = Lesson();
        using (var disk = new SmallDisk(lesson.Intermediate()))
        {
            disk.Fill();
            var error = (await lesson.BuildAsync()).ShouldFailWith("FHN3016");
            error.Text.ShouldContain("disk was full");
            Machine.Shims.Starts.ShouldBeEmpty();
            Directory
                .EnumerateFileSystemEntries(disk.Path, "*", SearchOption.AllDirectories)
                .Select(Path.GetFileName)
                .ShouldBe(["ballast"]);
        }

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        (await lesson.RunAsync()).Segments.Count.ShouldBe(14);
        Machine.Worker.Spoken.Count.ShouldBe(14);
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_a_worker_speaks_is_reported_as_a_full_disk_and_once()
    {
        var lesson = Lesson();
        Machine.Worker.Use("--frame-ms 60");
        using (var disk = new SmallDisk(lesson.Intermediate()))
        {
            using var build = await lesson.StartAsync("build");
            await Wait.UntilAsync(() => Machine.Worker.Batches.Any(), TimeSpan.FromMinutes(2), () => build.Output);
            disk.Fill();
            (await build.WaitAsync()).ShouldNotBe(0, build.Output);

            var result = new BuildResult(1, build.Output, build.Elapsed, null);
            result
                .Diagnostics.Where(d =>
                    d.Code.StartsWith("FHN2", StringComparison.Ordinal) || d.Code.StartsWith("FHN4", StringComparison.Ordinal)
                )
                .ShouldBeEmpty();
            result.ShouldFailWith("FHN3016");
            result
                .Errors.Where(e => e.Text.Contains("Synthesis cannot continue", StringComparison.Ordinal))
                .DistinctBy(e => e.Text)
                .ShouldHaveSingleItem()
                .Text.ShouldContain("Free some space");
            Machine.Worker.Starts.ShouldBe(1);
        }

        Machine.Worker.Use();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        lesson.Audio().Count.ShouldBe(14);
    }

    /// <summary>About 3 MB of sound.</summary>
    private LessonProject Lesson() =>
        Machine
            .NewProject()
            .Scene(
                "Intro",
                Enumerable
                    .Range(1, 14)
                    .Select(n => ($"Line{n}", $"This is line number {n} of a lesson whose sound does not fit on the disk."))
            );
}
