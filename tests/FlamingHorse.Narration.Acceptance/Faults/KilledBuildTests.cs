namespace FlamingHorse.Narration.Acceptance.Faults;

public sealed class KilledBuildTests : AcceptanceTest
{
    private const int KillsBetweenBuilds = 15;

    private readonly double _offset = Random.Shared.NextDouble();
    private int _taken;

    /// <summary>
    /// The aim is 1,000 kills and not one manual clean-up. Two lessons side by side, each on a machine of its own; the points lie evenly
    /// over what a build takes, from its first instant to its last.
    /// </summary>
    [Fact]
    public async Task Builds_killed_at_any_point_leave_nothing_to_clean_up()
    {
        var kills = Soak.Rounds(6, 1_000);
        using var neighbour = new Machine(await PackageFeed.Current);

        var found = await Task.WhenAll(KillAsync(Machine, kills), KillAsync(neighbour, kills));

        var (before, during, after) = (found.Sum(f => f.Before), found.Sum(f => f.During), found.Sum(f => f.After));
        (before + during + after).ShouldBe(kills);
        Soak.Record(
            "kills of a real build",
            $"{kills:N0} kills ({before:N0} before a worker was there, {during:N0} while it was, {after:N0} after it), "
                + $"{found.Sum(f => f.Builds):N0} builds after them: 0 manual clean-ups, "
                + $"0 processes left, every finished clip kept and none of {found.Sum(f => f.Clips):N0} spoken twice, "
                + $"{found.Sum(f => f.Leftovers):N0} unfinished files left by kills and 0 by the next builds"
        );
    }

    private async Task<KilledLesson> KillAsync(Machine machine, int kills)
    {
        var lesson = new KilledLesson(machine);
        try
        {
            await lesson.BuildAsync();
            var own = 0;
            while (Interlocked.Increment(ref _taken) is var kill && kill <= kills)
            {
                // The golden ratio's multiples fill the interval evenly, however many they are.
                await lesson.KillAsync((_offset + (kill * 0.618_033_988_75)) % 1);
                if (++own % KillsBetweenBuilds == 0)
                {
                    await lesson.BuildAsync();
                }
            }

            await lesson.BuildAsync();
            return lesson;
        }
        catch
        {
            // The neighbour need not go on for an hour.
            Interlocked.Exchange(ref _taken, kills);
            throw;
        }
    }
}
