using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Acceptance;

/// <summary>
/// A matrix of jobs, as docs/ci.md shows it: machines with a checkout and a home each, and nothing between them but the store.
/// </summary>
public sealed class ShardTests : AcceptanceTest
{
    private const int Shards = 4;
    private const int Lines = 200;

    [Fact]
    public async Task Shards_speak_each_text_once_and_the_last_job_gathers_a_lock_that_builds_elsewhere()
    {
        using var server = RealServer.Start("nginx");
        Machine.Set("NarrationRemoteCache", server.Url);
        Machine.Set("NarrationRemoteCacheWrite", "true");
        Machine.Set("NARRATION_REMOTE_CACHE_USER", RealServer.User);
        Machine.Set("NARRATION_REMOTE_CACHE_PASSWORD", RealServer.Password);

        var made = await SpeakAsync();

        made.Sum().ShouldBe(Lines);
        made.Max().ShouldBeLessThanOrEqualTo((int)(1.3 * Lines / Shards));
        Machine.Worker.Spoken.Count.ShouldBe(Lines);
        Machine.Worker.Spoken.ShouldBeUnique();

        Machine.Set("NarrationRemoteCacheWrite", null);
        Machine.Worker.Clear();
        var last = On("last");
        (await last.BuildAsync("-p:NarrationMissing=Error")).ShouldSucceedWithoutWarnings();
        last.Summary().FromRemoteCache.ShouldBe(Lines);
        last.Lock.Segments.Count.ShouldBe(Lines);
        Machine.Shims.Starts.ShouldBeEmpty();

        Machine.Set("NarrationRemoteCache", null);
        var elsewhere = On("elsewhere");
        File.Copy(last.LockFile, elsewhere.LockFile);
        (await elsewhere.BuildAsync("-p:NarrationLockedMode=true")).ShouldSucceed();
        (await elsewhere.RunAsync()).Segments.Select(Take).ShouldBe((await last.RunAsync()).Segments.Select(Take));
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    /// <summary>All shards at once; how many segments each made.</summary>
    private async Task<IReadOnlyList<int>> SpeakAsync()
    {
        var jobs = new List<(LessonProject Project, ProcessRun Run)>();
        for (var shard = 1; shard <= Shards; shard++)
        {
            var project = On($"shard{shard}");
            jobs.Add((project, await project.StartAsync("build", "-t:SynthesizeNarration", $"-p:NarrationShard={shard}/{Shards}")));
        }

        foreach (var (project, run) in jobs)
        {
            (await run.WaitAsync()).ShouldBe(0, run.Output);
            BuildDiagnostic.Parse(run.Output).ShouldBeEmpty(run.Output);
            File.Exists(project.LockFile).ShouldBeFalse();
            run.Dispose();
        }

        return [.. jobs.Select(job => job.Project.Summary().Synthesized)];
    }

    private LessonProject On(string machine)
    {
        Machine.UseHome(machine);
        return Machine
            .NewProject("Lesson", $"{machine}-checkout")
            .Scene("Count", Enumerable.Range(1, Lines).Select(n => ($"Line{n}", $"This is line number {n} of a long lesson.")));
    }

    private static (string, long, string?) Take(AppSegment segment) => (segment.Id, segment.SampleCount, segment.AudioHash);
}
