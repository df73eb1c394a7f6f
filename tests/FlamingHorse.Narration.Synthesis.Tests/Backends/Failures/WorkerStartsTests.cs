using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Failures;

public sealed class WorkerStartsTests
{
    [Theory]
    [InlineData(1, "once")]
    [InlineData(2, "2 times")]
    [InlineData(3, "3 times")]
    public void The_error_that_ends_a_run_tells_how_often_the_worker_was_started(int starts, string often)
    {
        var policy = new FailurePolicy("model-a", [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
        var state = new FailureState(BatchLimit: 8, new RestartHistory());
        for (var i = 0; i < starts; i++)
        {
            state = policy.Decide(state, new FailureEvent.WorkerNeeded()).State;
        }

        var decision = policy.Decide(state, new FailureEvent.WorkerFailed("it ended") { HasWorked = false }).Decisions;

        decision
            .ShouldHaveSingleItem()
            .ShouldBeOfType<FailureDecision.StopRun>()
            .Finding.Message.ShouldStartWith($"The worker failed: it ended. It was started {often}. ");
    }
}
