namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

public sealed class BatchSchedulerFailureTests
{
    private readonly ScheduledRun _run = new(Jobs.Some("a", "b", "c", "d", "e", "f"));

    [Fact]
    public async Task A_failing_worker_was_at_the_batch_that_it_had_started()
    {
        _run.Finish(await _run.SendAsync());
        var started = await _run.SendAsync(limit: 2);
        var other = await _run.SendAsync(limit: 2);
        started.StartedAt = TimeSpan.FromSeconds(1);
        _run.Scheduler.TakeSuspect().ShouldBe(started);
        _run.Scheduler.Running.ShouldBe(other);
        _run.Scheduler.Find(started.Number).ShouldBeNull();
    }

    [Fact]
    public async Task A_worker_that_fails_before_its_first_answer_was_at_its_first_batch()
    {
        var first = await _run.SendAsync();
        _run.Scheduler.TakeSuspect().ShouldBe(first);
        _run.Scheduler.Running.ShouldBeNull();
    }

    [Fact]
    public async Task A_worker_that_fails_between_two_batches_was_at_none()
    {
        _run.Finish(await _run.SendAsync());
        var waiting = await _run.SendAsync();
        _run.Scheduler.TakeSuspect().ShouldBeNull();
        _run.Scheduler.Running.ShouldBe(waiting);
    }

    [Fact]
    public void A_worker_that_fails_without_a_batch_was_at_none() => _run.Scheduler.TakeSuspect().ShouldBeNull();

    [Fact]
    public async Task The_next_worker_starts_without_answers()
    {
        _run.Finish(await _run.SendAsync());
        await _run.SendAsync();
        _run.Scheduler.TakeBack();
        var first = await _run.SendAsync();
        _run.Scheduler.TakeSuspect().ShouldBe(first);
    }

    [Fact]
    public async Task When_the_worker_has_ended_all_that_it_left_unanswered_goes_first()
    {
        _run.Finish(await _run.SendAsync());
        var batch = await _run.SendAsync(limit: 3);
        _run.Scheduler.Answer(batch.Items[1].Id);
        await _run.FormAsync(limit: 1);
        _run.Scheduler.TakeBack();
        _run.Scheduler.Next.ShouldBeNull();
        _run.Scheduler.Running.ShouldBeNull();
        _run.Scheduler.IsDone.ShouldBeFalse();
        await _run.FormAsync();
        _run.Next.ShouldBe("b d e f");
        _run.Claims.Asked.ShouldBe(["a", "b", "c", "d", "e", "f"]);
    }

    [Fact]
    public async Task When_the_worker_has_ended_and_nothing_was_formed_what_it_had_goes_first()
    {
        _run.Finish(await _run.SendAsync());
        await _run.SendAsync(limit: 2);
        _run.Scheduler.TakeBack();
        Jobs.Names(_run.Scheduler.TakeWaiting()).ShouldBe("b c d e f");
    }

    [Fact]
    public async Task What_is_returned_goes_first()
    {
        var first = await _run.SendAsync();
        var taken = _run.Scheduler.TakeSuspect()!.Abandon();
        Jobs.Names(taken).ShouldBe(Jobs.Names(first.Items));
        _run.Scheduler.Return(taken);
        Jobs.Names(_run.Scheduler.TakeWaiting()).ShouldBe("a b c d e f");
    }

    [Fact]
    public async Task What_waits_can_be_taken_and_the_worker_keeps_what_it_has()
    {
        var first = await _run.SendAsync();
        Jobs.Names(_run.Scheduler.TakeWaiting()).ShouldBe("b c d e f");
        (await _run.FormAsync()).ShouldBeFalse();
        _run.Scheduler.Running.ShouldBe(first);
    }

    [Fact]
    public async Task A_voices_jobs_are_all_that_are_not_answered_wherever_they_are()
    {
        var run = new ScheduledRun([.. Jobs.Some("a", "b", "c", "d", "e"), Jobs.Of("guest", voice: "guest")]);
        run.Finish(await run.SendAsync());
        var batch = await run.SendAsync(limit: 2);
        run.Scheduler.Answer(batch.Items[0].Id);
        await run.FormAsync(limit: 1);
        Jobs.Names(run.Scheduler.JobsOf("narrator").OrderBy(job => job.Owner.Id, StringComparer.Ordinal)).ShouldBe("c d e");
        Jobs.Names(run.Scheduler.JobsOf("guest")).ShouldBe("guest");
    }

    [Theory]
    [InlineData("narrator", true, "")]
    [InlineData("guest", false, "b c")]
    public async Task A_dropped_voice_loses_its_next_batch_and_the_worker_may_still_be_at_it(string voice, bool isAtIt, string next)
    {
        var run = new ScheduledRun([.. Jobs.Some("a", "b", "c"), Jobs.Of("guest", voice: "guest")]);
        await run.SendAsync();
        await run.FormAsync();
        run.Scheduler.Drop(voice).ShouldBe(isAtIt);
        run.Next.ShouldBe(next);
    }

    [Fact]
    public void Dropping_a_voice_takes_what_was_given_up_out_of_the_queue()
    {
        var jobs = Jobs.Some("a", "b", "c");
        var run = new ScheduledRun(jobs);
        (jobs[0].IsGivenUp, jobs[2].IsGivenUp) = (true, true);
        run.Scheduler.Drop("narrator").ShouldBeFalse();
        Jobs.Names(run.Scheduler.TakeWaiting()).ShouldBe("b");
    }
}
