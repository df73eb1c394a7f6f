using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

/// <summary>With a worker that cannot start, so that an attempt to start it is seen.</summary>
public sealed class BatchDispatchTests
{
    private readonly ScheduledRun _run = new(Jobs.Some("a", "b"));
    private readonly FailureHandling _failures;
    private readonly BatchDispatch _dispatch;
    private TimeSpan _now;

    public BatchDispatchTests()
    {
        var worker = IdleWorker.Connect();
        var policy = new FailurePolicy("model-a", [TimeSpan.FromSeconds(2)]);
        var state = new FailureState(BatchLimit: 8, new RestartHistory());
        _failures = new(policy, state, worker, _run.Scheduler, IdleWorker.Options, new RecordingSink(), Now, CancellationToken.None);
        _dispatch = new(worker, _run.Scheduler, _failures, Now);
    }

    [Fact]
    public Task A_worker_is_started_where_there_is_something_to_send() => ShouldStartAsync();

    [Fact]
    public async Task No_worker_is_started_where_there_is_nothing_to_send()
    {
        (_run.Claims.Answers["a"], _run.Claims.Answers["b"]) = (ClaimResult.Done, ClaimResult.Done);
        await _dispatch.FillAsync();
        _run.Claims.Asked.ShouldBe(["a", "b"]);
        _run.Scheduler.IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_failure_the_next_worker_is_started_when_its_wait_is_over_and_the_batch_waits_for_it()
    {
        _now = TimeSpan.FromSeconds(10);
        await _failures.HandleAsync(new FailureEvent.WorkerFailed("it ended"));
        await _dispatch.FillAsync();
        _now = TimeSpan.FromSeconds(11.9);
        await _dispatch.FillAsync();
        _run.Next.ShouldBe("a");
        _run.Scheduler.Running.ShouldBeNull();

        _now = TimeSpan.FromSeconds(12);
        await ShouldStartAsync();
    }

    private async Task ShouldStartAsync()
    {
        var refused = await Should.ThrowAsync<NarrationException>(_dispatch.FillAsync);
        refused.Finding.Kind.Code.ShouldBe("FHN2022");
    }

    private TimeSpan Now() => _now;
}
