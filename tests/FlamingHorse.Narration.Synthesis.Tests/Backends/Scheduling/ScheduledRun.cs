using System.Globalization;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

/// <summary>A scheduler as a run would have it, and a few words for what a run does with it.</summary>
internal sealed class ScheduledRun
{
    public ScheduledRun(params IEnumerable<Job> jobs) =>
        Scheduler = new([.. jobs], Claims.AskAsync, NameFile, poll: TimeSpan.FromSeconds(0.5));

    public Claims Claims { get; } = new();

    public BatchScheduler Scheduler { get; }

    /// <summary>The ids of the next batch's jobs; empty when none is formed.</summary>
    public string Next => Jobs.Names(Scheduler.Next?.Items ?? []);

    public static string NameFile(long number) =>
        Path.Combine(AppContext.BaseDirectory, string.Create(CultureInfo.InvariantCulture, $"no such clip {number}.wav"));

    public Task<bool> FormAsync(double seconds = 0, int limit = 8) => Scheduler.FormNextAsync(_ => limit, TimeSpan.FromSeconds(seconds));

    /// <summary>Forms a batch and sends it.</summary>
    public async Task<Batch> SendAsync(int limit = 8)
    {
        (await FormAsync(limit: limit)).ShouldBeTrue();
        return Scheduler.Dispatch();
    }

    /// <summary>The worker answers all of a batch at once.</summary>
    public void Finish(Batch batch)
    {
        foreach (var item in batch.Open.ToList())
        {
            Scheduler.Answer(item.Id).ShouldBe((item, batch));
        }

        Scheduler.Close(batch, TimeSpan.Zero);
    }
}
