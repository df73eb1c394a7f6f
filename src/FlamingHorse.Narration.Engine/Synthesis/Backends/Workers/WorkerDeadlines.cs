using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>Until when the loop waits for the worker.</summary>
internal static class WorkerDeadlines
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>The time, and what is wrong when nothing came until then; null when it is only time to look again.</summary>
    /// <param name="worker">As it is.</param>
    /// <param name="scheduler">As it is.</param>
    /// <param name="isToListen">It has takes to listen to.</param>
    /// <param name="timeouts">Limits.</param>
    /// <param name="notBefore">When the next worker may start.</param>
    /// <param name="now">All times are on the run's clock.</param>
    public static (TimeSpan At, string? Late) Next(
        WorkerConnection worker,
        BatchScheduler scheduler,
        bool isToListen,
        WorkerTimeouts timeouts,
        TimeSpan notBefore,
        TimeSpan now
    )
    {
        var (at, late) = (now + Longest, (string?)null);
        if (!worker.IsStarted && scheduler.Next is not null)
        {
            (at, late) = (notBefore, null);
        }
        else if (worker is { IsStarted: true, HasGreeted: false })
        {
            // A program that speaks no protocol at all is found out before a model could be loaded.
            (at, late) = (worker.StartedAt + timeouts.Silence, $"it did not say hello within {timeouts.Silence.TotalSeconds:0} s");
        }
        else if (worker is { IsStarted: true, IsReady: false })
        {
            (at, late) = (worker.StartedAt + timeouts.ColdStart, $"it was not ready within {timeouts.ColdStart.TotalSeconds:0} s");
        }
        else if (scheduler.Running is { } running)
        {
            if (running.StartedAt is { } started)
            {
                var limit = timeouts.Batch(running.LongestCap, scheduler.Pace.Of(running, now - started));
                (at, late) = (started + limit, $"a batch took longer than {limit.TotalSeconds:0} s");
            }

            var tells = worker.TellsProgress || running.StartedAt is null;
            if (tells && worker.LastHeard + timeouts.Silence < at)
            {
                (at, late) = (worker.LastHeard + timeouts.Silence, $"it said nothing for {timeouts.Silence.TotalSeconds:0} s");
            }
        }

        if (worker.IsReady && isToListen && worker.LastHeard + timeouts.Silence < at)
        {
            (at, late) = (worker.LastHeard + timeouts.Silence, $"it said nothing for {timeouts.Silence.TotalSeconds:0} s");
        }

        return scheduler.RecallAt is { } recall && recall < at ? (recall, null) : (at, late);
    }
}
