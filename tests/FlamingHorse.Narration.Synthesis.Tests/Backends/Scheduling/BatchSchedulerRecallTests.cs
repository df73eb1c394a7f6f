using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

public sealed class BatchSchedulerRecallTests
{
    [Fact]
    public async Task What_another_build_holds_is_asked_about_again_at_each_poll_until_it_is_free()
    {
        var run = new ScheduledRun(Jobs.Of("busy"));
        run.Claims.Answers["busy"] = ClaimResult.Busy;
        run.Scheduler.RecallAt.ShouldBeNull();
        (await run.FormAsync(seconds: 10)).ShouldBeFalse();
        (await run.FormAsync(seconds: 20)).ShouldBeFalse();
        run.Scheduler.RecallAt.ShouldBe(TimeSpan.FromSeconds(20.5));
        var asked = run.Claims.Asked.Count;

        (await run.FormAsync(seconds: 20.4)).ShouldBeFalse();
        run.Claims.Asked.Count.ShouldBe(asked);
        run.Claims.Answers.Clear();
        (await run.FormAsync(seconds: 20.5)).ShouldBeTrue();
        run.Next.ShouldBe("busy");
        run.Scheduler.RecallAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_another_build_holds_can_wait_while_there_is_no_room()
    {
        var run = new ScheduledRun(Jobs.Some("a", "b", "c", "d"));
        run.Claims.Answers["a"] = ClaimResult.Busy;
        var first = await run.SendAsync();
        run.Scheduler.RecallAt.ShouldNotBeNull();
        await run.SendAsync();
        run.Scheduler.RecallAt.ShouldBeNull();
        run.Finish(first);
        run.Scheduler.RecallAt.ShouldNotBeNull();
    }
}
