using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

public sealed class BatchSchedulerTests
{
    private readonly ScheduledRun _run = new(Jobs.Some("a", "b", "c", "d", "e"));

    [Fact]
    public async Task A_run_is_done_when_nothing_waits_nothing_is_formed_and_the_worker_has_nothing()
    {
        new ScheduledRun().Scheduler.IsDone.ShouldBeTrue();
        var run = new ScheduledRun(Jobs.Of("a"));
        run.Scheduler.IsDone.ShouldBeFalse("it waits");
        await run.FormAsync();
        run.Scheduler.IsDone.ShouldBeFalse("it is formed");
        var batch = run.Scheduler.Dispatch();
        run.Scheduler.IsDone.ShouldBeFalse("it is with the worker");
        run.Finish(batch);
        run.Scheduler.IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task The_worker_has_two_batches_at_a_time_and_is_at_the_first_of_them()
    {
        _run.Scheduler.Running.ShouldBeNull();
        var first = await _run.SendAsync();
        _run.Scheduler.HasRoom.ShouldBeTrue();
        var second = await _run.SendAsync(limit: 2);
        _run.Scheduler.HasRoom.ShouldBeFalse();
        _run.Scheduler.Running.ShouldBe(first);

        _run.Finish(first);
        _run.Scheduler.HasRoom.ShouldBeTrue();
        _run.Scheduler.Running.ShouldBe(second);
    }

    [Fact]
    public async Task A_batch_that_is_formed_stays_the_next_until_it_is_sent()
    {
        (await _run.FormAsync()).ShouldBeTrue();
        (await _run.FormAsync()).ShouldBeTrue();
        _run.Next.ShouldBe("a");
        _run.Claims.Asked.ShouldBe(["a"]);
        _run.Scheduler.Running.ShouldBeNull();

        Jobs.Names(_run.Scheduler.Dispatch().Items).ShouldBe("a");
        _run.Scheduler.Next.ShouldBeNull();
        (await _run.FormAsync(limit: 2)).ShouldBeTrue();
        _run.Next.ShouldBe("b c");
    }

    [Fact]
    public async Task Where_nothing_is_available_nothing_is_formed()
    {
        var run = new ScheduledRun(Jobs.Of("a"));
        run.Claims.Answers["a"] = ClaimResult.Done;
        (await run.FormAsync()).ShouldBeFalse();
        run.Scheduler.Next.ShouldBeNull();
        run.Scheduler.IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Batches_and_items_have_numbers_of_their_own_and_a_clips_file_its_items_number()
    {
        var first = await _run.SendAsync();
        var second = await _run.SendAsync();
        second.Number.ShouldNotBe(first.Number);
        var items = first.Items.Concat(second.Items).ToList();
        items.Select(item => item.Id).Distinct().Count().ShouldBe(5);
        items.Select(item => item.Path).ShouldBe(items.Select(item => ScheduledRun.NameFile(item.Id)));
        items.Select(item => item.Position).ShouldBe([0, 0, 1, 2, 3]);
        items.Select(item => item.MostFrames).ShouldBe(items.Select(item => FrameCap.For(item.Job.Spoken.Estimate)));
    }

    [Fact]
    public async Task Only_what_the_worker_has_is_found_by_its_number()
    {
        var first = await _run.SendAsync();
        var second = await _run.SendAsync(limit: 2);
        await _run.FormAsync();
        _run.Scheduler.Find(first.Number).ShouldBe(first);
        _run.Scheduler.Find(second.Number).ShouldBe(second);
        _run.Scheduler.Find(_run.Scheduler.Next!.Number).ShouldBeNull();
        _run.Finish(first);
        _run.Scheduler.Find(first.Number).ShouldBeNull();
    }

    [Fact]
    public async Task An_item_is_answered_once_and_only_when_the_worker_has_it()
    {
        await _run.SendAsync();
        var second = await _run.SendAsync(limit: 2);
        await _run.FormAsync();
        var item = second.Items[1];
        _run.Scheduler.Answer(item.Id).ShouldBe((item, second));
        _run.Scheduler.Answer(item.Id).ShouldBeNull();
        _run.Scheduler.Answer(_run.Scheduler.Next!.Items[0].Id).ShouldBeNull();
        Jobs.Names(second.Open).ShouldBe("b");
    }

    [Fact]
    public async Task A_closed_batch_tells_how_fast_the_worker_speaks()
    {
        var batch = await _run.SendAsync();
        batch.StartedAt = TimeSpan.FromSeconds(1);
        batch.LongestClip = TimeSpan.FromSeconds(6);
        _run.Scheduler.Close(batch, TimeSpan.FromSeconds(4));
        _run.Scheduler.Pace.Of(await _run.SendAsync(), TimeSpan.Zero).ShouldBe(2);
    }
}
