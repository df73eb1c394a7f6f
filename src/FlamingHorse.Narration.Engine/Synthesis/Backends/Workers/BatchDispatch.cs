using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>Brings batches to the worker.</summary>
internal sealed class BatchDispatch(WorkerConnection worker, BatchScheduler scheduler, FailureHandling failures, Func<TimeSpan> clock)
{
    /// <summary>Sends what may be sent, and starts a worker where there is something to send and none to send it to.</summary>
    public async Task FillAsync()
    {
        while (scheduler.HasRoom)
        {
            if (!await scheduler.FormNextAsync(LimitOf, clock()).ConfigureAwait(false))
            {
                return;
            }

            if (!worker.IsStarted && clock() >= failures.NotBefore)
            {
                await failures.HandleAsync(new FailureEvent.WorkerNeeded()).ConfigureAwait(false);
            }

            if (!worker.IsReady)
            {
                return;
            }

            worker.Send(scheduler.Dispatch(), clock());
        }
    }

    private int LimitOf(string voice) => worker.LimitOf(voice, failures.State.BatchLimit);
}
