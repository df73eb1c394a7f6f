using System.Diagnostics;

namespace FlamingHorse.Narration.Acceptance;

public sealed class InterruptedBuildTests : AcceptanceTest
{
    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task What_was_spoken_before_an_interruption_is_not_spoken_again(string signal)
    {
        Machine.Worker.Use("--frame-ms 10");
        var lesson = Machine
            .NewProject()
            .Set("NarrationBatchSize", "2")
            .Scene("Intro", Enumerable.Range(1, 12).Select(n => ($"Line{n}", $"This is line number {n} of the lesson.")));
        using var build = await lesson.StartAsync("build");
        await UntilAsync(() => Cached() >= 3, TimeSpan.FromMinutes(2), build);
        var worker = Machine.Worker.ProcessIds.ShouldHaveSingleItem();

        await Machine.BashAsync($"kill -{signal} {build.Id}");
        var ended = Stopwatch.StartNew();
        await build.WaitAsync();
        await UntilAsync(() => !IsAlive(worker), TimeSpan.FromSeconds(20), build);

        // 3 s for the build and 2 s for the worker, on a machine under load.
        ended.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(8)));
        var kept = Cached();
        kept.ShouldBeInRange(3, 11);
        Machine.Worker.Clear();
        Machine.Worker.Use();

        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Spoken.Count.ShouldBe(12 - kept);
        lesson.Lock.Ids.Count().ShouldBe(12);
        foreach (var segment in (await lesson.RunAsync()).Segments)
        {
            AudioFolder.SampleCount(segment.Path!).ShouldBe(segment.SampleCount);
        }
    }

    /// <summary>Finished clips: the action is written last.</summary>
    private int Cached()
    {
        var actions = Path.Combine(Machine.Cache, "v1", "ac");
        return Directory.Exists(actions) ? Directory.EnumerateFiles(actions, "*.json", SearchOption.AllDirectories).Count() : 0;
    }

    private static bool IsAlive(int process) =>
        Directory.Exists($"/proc/{process}") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static async Task UntilAsync(Func<bool> condition, TimeSpan limit, ProcessRun build)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); await Task.Delay(50))
        {
            watch.Elapsed.ShouldBeLessThan(limit, build.Output);
        }
    }
}
