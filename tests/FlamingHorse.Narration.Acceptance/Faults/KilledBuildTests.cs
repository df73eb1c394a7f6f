using System.Text.Json;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Acceptance.Faults;

public sealed class KilledBuildTests : AcceptanceTest
{
    private const int Lines = 10;

    /// <summary>Rounds of four kills and a build that must succeed; the aim is 1,000 kills and not one manual clean-up.</summary>
    [Fact]
    public async Task Builds_killed_at_random_points_leave_nothing_to_clean_up()
    {
        var random = new Random(20);
        var lesson = Machine.NewProject().Set("NarrationBatchSize", "2");
        var kills = 0;
        var inMidWork = 0;
        for (var round = 0; kills < Soak.Rounds(4, 1_000); round++)
        {
            Write(lesson, round);
            Machine.Worker.Clear();
            Machine.Worker.Use("--frame-ms 6");
            for (var i = 0; i < 4; i++, kills++)
            {
                inMidWork += await KillAsync(lesson, random, isAtWork: i % 2 == 1) ? 1 : 0;
                ShouldBeWhole();
            }

            var finished = Actions().Select(Path.GetFileName).ToList();
            var spoken = Machine.Worker.Spoken.Count;
            Machine.Worker.Use();
            (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

            finished.Except(Actions().Select(Path.GetFileName)).ShouldBeEmpty();
            (Machine.Worker.Spoken.Count - spoken).ShouldBe(((round + 1) * Lines) - finished.Count);
            lesson.Lock.Ids.Count().ShouldBe(Lines);
            lesson.Audio().Values.Order().ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());
            ShouldBeWhole();
        }

        Soak.Record("kills of a real build", $"{kills:N0} kills, {inMidWork:N0} of them while a worker was speaking; 0 manual clean-ups, 0 processes left, every finished clip kept");
    }

    /// <summary>Other texts than before, so that each round has everything to make.</summary>
    private static void Write(LessonProject lesson, int round) =>
        lesson.Scene("Intro", Enumerable.Range(1, Lines).Select(n => ($"Line{n}", $"This is line number {n} of round {round}.")));

    /// <summary>True when a worker was running.</summary>
    private async Task<bool> KillAsync(LessonProject lesson, Random random, bool isAtWork)
    {
        var known = Machine.Worker.ProcessIds.Count();
        using var build = await lesson.StartAsync("build");
        if (isAtWork)
        {
            await Wait.UntilAsync(() => Machine.Worker.ProcessIds.Count() > known || !build.IsRunning, TimeSpan.FromMinutes(2), () => build.Output);
        }

        await Task.Delay(random.Next(0, isAtWork ? 1_500 : 5_000));
        var workers = Machine.Worker.ProcessIds.Skip(known).ToList();
        var wasSpeaking = build.IsRunning && workers.Any(Wait.IsAlive);
        if (build.IsRunning)
        {
            build.Kill();
        }

        await build.WaitAsync();
        // A worker that had only just begun may announce itself now.
        await Wait.UntilAsync(() => !Machine.Worker.ProcessIds.Skip(known).Any(Wait.IsAlive), TimeSpan.FromSeconds(15), () => "A worker outlived its build.");
        return wasSpeaking;
    }

    /// <summary>Whatever can be seen in the cache is complete: the content has its hash, the action its content.</summary>
    private void ShouldBeWhole()
    {
        foreach (var file in Visible("cas"))
        {
            AudioFolder.Hash(file).ShouldBe(Path.GetFileName(file));
        }

        foreach (var file in Actions())
        {
            using var action = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var output in action.RootElement.GetProperty("outputFiles").EnumerateArray())
            {
                var digest = output.GetProperty("digest");
                var hash = digest.GetProperty("hash").GetString()!;
                new FileInfo(Path.Combine(Machine.Cache, "v1", "cas", hash[..2], hash)).Length.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    .ShouldBe(digest.GetProperty("sizeBytes").GetString());
            }
        }

        Directory.Exists(Path.Combine(Machine.Cache, "v1", "quarantine")).ShouldBeFalse();
    }

    private IEnumerable<string> Actions() => Visible("ac");

    private IEnumerable<string> Visible(string kind)
    {
        var folder = Path.Combine(Machine.Cache, "v1", kind);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".tmp", StringComparison.Ordinal)) : [];
    }
}
