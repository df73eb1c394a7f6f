using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

/// <summary>While no worker is started. What a running one must keep to is tested with one.</summary>
public sealed class WorkerDeadlinesTests
{
    private static readonly TimeSpan _now = TimeSpan.FromSeconds(10);
    private readonly WorkerConnection _worker = IdleWorker.Connect();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_a_worker_and_without_work_it_is_only_time_to_look_again_later(bool isToListen)
    {
        var (at, late) = Next(new ScheduledRun(), isToListen);
        at.ShouldBeGreaterThan(_now);
        late.ShouldBeNull();
    }

    [Fact]
    public async Task Work_that_waits_for_a_worker_goes_on_when_the_next_worker_may_start()
    {
        var run = new ScheduledRun(Jobs.Of("a"));
        await run.FormAsync();
        Next(run, notBefore: 18).ShouldBe((TimeSpan.FromSeconds(18), null));
        Next(run, notBefore: 0).ShouldBe((TimeSpan.Zero, null));
    }

    [Fact]
    public async Task What_another_build_holds_is_looked_at_in_time()
    {
        var run = new ScheduledRun(Jobs.Of("busy"));
        run.Claims.Answers["busy"] = ClaimResult.Busy;
        await run.FormAsync();
        await run.FormAsync(_now.TotalSeconds);
        Next(run).ShouldBe((TimeSpan.FromSeconds(10.5), null));
    }

    [Theory]
    [InlineData(10.25, 10.25)]
    [InlineData(18, 10.5)]
    public async Task The_earlier_of_both_comes_first(double notBefore, double at)
    {
        var run = new ScheduledRun(Jobs.Some("first", "busy", "a"));
        run.Claims.Answers["busy"] = ClaimResult.Busy;
        run.Finish(await run.SendAsync());
        await run.SendAsync();
        run.Scheduler.TakeBack();
        await run.FormAsync(_now.TotalSeconds);
        run.Next.ShouldBe("a");
        Next(run, notBefore: notBefore).ShouldBe((TimeSpan.FromSeconds(at), null));
    }

    private (TimeSpan At, string? Late) Next(ScheduledRun run, bool isToListen = false, double notBefore = 0) =>
        WorkerDeadlines.Next(_worker, run.Scheduler, isToListen, new WorkerTimeouts(), TimeSpan.FromSeconds(notBefore), _now);
}
