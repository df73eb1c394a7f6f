namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>Times, so nothing runs beside them.</summary>
[CollectionDefinition(nameof(WorkerPaceTests), DisableParallelization = true)]
[Collection(nameof(WorkerPaceTests))]
[Trait("Needs", "python3: the scripted worker")]
public sealed class WorkerPaceTests
{
    [Fact]
    public async Task The_next_batch_is_sent_before_the_previous_one_is_done()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync("--frame-ms 10", ScriptedWorker.Some(41));

        var idle = worker.Recorded("idle").Skip(1).Select(entry => entry.GetProperty("ms").GetDouble()).Order().ToList();
        idle.Count.ShouldBe(5);
        idle[idle.Count / 2].ShouldBeLessThan(5);
        idle[^2].ShouldBeLessThan(20);
    }

    [Fact]
    public async Task The_host_adds_little_to_the_engines_own_time()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync("--frame-ms 10 --load-ms 300", ScriptedWorker.Some(100));

        var times = worker.Recorded("batch").Select(entry => entry.GetProperty("time").GetDouble()).ToList();
        var idle = worker.Recorded("idle").Skip(1).Sum(entry => entry.GetProperty("ms").GetDouble());
        var engine = times[^1] - times[0];
        idle.ShouldBeLessThan(engine * 1000 * 0.02);
    }
}
