namespace FlamingHorse.Narration.Acceptance.Mlx;

public sealed class OverheadTests(ITestOutputHelper output) : MlxTest
{
    /// <summary>The whole phase in one run: from the start of the worker to the last clip in the cache.</summary>
    [Fact]
    public async Task A_synthesis_takes_the_engines_own_time_and_little_more()
    {
        const double FrameSeconds = 0.02;
        var lines = Soak.Rounds(48, 100);
        var lesson = NewLesson().Scene("Intro", Lines(lines));
        Mlx.Does(new { seconds_per_frame = FrameSeconds, load_seconds = 0.5 });

        (await lesson.BuildAsync()).ShouldSucceed();

        var worked = Mlx.Events("worked")
            .Select(e =>
                (
                    End: e.GetProperty("time").GetDouble(),
                    Seconds: e.GetProperty("seconds").GetDouble(),
                    What: e.GetProperty("what").GetString()
                )
            )
            .ToList();
        var engine = worked.Sum(w => w.Seconds);
        var load = worked[0].End - worked[0].Seconds - Mlx.Events("import")[0].GetProperty("time").GetDouble();
        var last = Directory
            .EnumerateFiles(Path.Combine(Machine.Cache, "v1", "ac"), "*.json", SearchOption.AllDirectories)
            .Max(File.GetLastWriteTimeUtc);
        var phase = (last - DateTime.UnixEpoch).TotalSeconds - Mlx.Events("import")[0].GetProperty("time").GetDouble();
        var idle = worked
            .Zip(worked.Skip(1))
            .Where(pair => pair.Second.What == "tokens")
            .Select(pair => 1000 * (pair.Second.End - pair.Second.Seconds - pair.First.End))
            .Order()
            .ToList();
        output.WriteLine(
            $"phase {phase:0.00} s, engine {engine:0.00} s, load {load:0.00} s: {(phase - load) / engine:0.000} × the engine's own time"
        );
        output.WriteLine(
            $"idle between batches: median {idle[idle.Count / 2]:0.0} ms, most {idle[^1]:0.0} ms; load of the machine {MachineLoad.Now:0.0}"
        );

        Mlx.ProcessIds.Count.ShouldBe(1);
        idle.Count.ShouldBeGreaterThanOrEqualTo((lines + 7) / 8);
        (phase - load).ShouldBeLessThanOrEqualTo((MachineLoad.IsQuiet ? 1.02 : 1.25) * engine);
        idle[idle.Count / 2].ShouldBeLessThan(MachineLoad.IsQuiet ? 20 : 250);
    }
}
