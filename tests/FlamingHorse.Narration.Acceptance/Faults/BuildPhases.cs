using System.Diagnostics;

namespace FlamingHorse.Narration.Acceptance.Faults;

/// <summary>How long the phases of a build take: until a worker is there, while it speaks, and from its end to the build's.</summary>
internal sealed record BuildPhases(TimeSpan Before, TimeSpan During, TimeSpan After)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Of a build that is let live.</summary>
    public static async Task<BuildPhases> OfAsync(ProcessRun build, ScriptedWorker worker)
    {
        var clock = Stopwatch.StartNew();
        await UntilAsync(build, () => HasCome(worker));
        var before = clock.Elapsed;
        await UntilAsync(build, () => HasGone(worker));
        var during = clock.Elapsed - before;
        await build.WaitAsync();
        return new(before, during, clock.Elapsed - before - during);
    }

    /// <summary>
    /// Waits for a point of such a build, given as a part of its time. It is counted from the beginning of the phase that it falls in,
    /// however long the others take this time.
    /// </summary>
    public async Task WaitAsync(ProcessRun build, ScriptedWorker worker, double part)
    {
        var point = (Before + During + After) * part;
        if (point > Before)
        {
            await UntilAsync(build, () => HasCome(worker));
            point -= Before;
            if (point > During)
            {
                await UntilAsync(build, () => HasGone(worker));
                point -= During;
            }
        }

        await Task.Delay(point);
    }

    /// <summary>The same on a machine that is a quarter quicker.</summary>
    public BuildPhases Shortened() => new(Before * 0.8, During * 0.8, After * 0.8);

    private static bool HasCome(ScriptedWorker worker) => worker.ProcessIds.Any();

    private static bool HasGone(ScriptedWorker worker) => HasCome(worker) && !worker.ProcessIds.Any(Wait.IsAlive);

    private static async Task UntilAsync(ProcessRun build, Func<bool> condition)
    {
        while (build.IsRunning && !condition())
        {
            await Task.Delay(_pause);
        }
    }
}
