using System.IO.Compression;
using System.Text;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Acceptance.Faults;

/// <summary>
/// Two clones of a project with caches of their own, and a store between them. The worker never gives the same sound twice.
/// </summary>
public sealed class TwoCloneTests : AcceptanceTest
{
    private const int Lines = 6;

    [Fact]
    public async Task The_second_clone_gets_everything_from_a_folder() => await ShouldShareAsync(Path.Combine(Machine.Root, "shared"));

    [Fact]
    public async Task The_second_clone_gets_everything_from_nginx_and_the_password_is_nowhere_else()
    {
        using var server = RealServer.Start("nginx");
        Authorize();

        var (_, second) = await ShouldShareAsync(server.Url);

        var sent = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RealServer.User}:{RealServer.Password}"));
        server
            .AccessLog.Split('\n')
            .Count(l => l.StartsWith("PUT /ac/", StringComparison.Ordinal) && l.EndsWith($" 201 Basic {sent}", StringComparison.Ordinal))
            .ShouldBe(Lines);
        var report = (await second.BuildLoggedAsync("-t:ReportNarration")).ShouldSucceed();
        report.Output.ShouldNotContain(RealServer.Password);
        report.Output.ShouldNotContain(sent);
        Directory.EnumerateFiles(second.Folder, "*.html", SearchOption.AllDirectories).ShouldNotBeEmpty();
        foreach (var file in Directory.EnumerateFiles(Machine.Root, "*", SearchOption.AllDirectories))
        {
            var bytes = Unpacked(file);
            foreach (var secret in new[] { RealServer.Password, sent })
            {
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, file);
                bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)).ShouldBe(-1, file);
            }
        }
    }

    [Fact]
    public async Task A_server_that_stops_during_a_build_costs_one_warning_and_at_most_five_seconds()
    {
        Machine.Worker.Use("--frame-ms 20");
        Machine.UseHome("alone");
        var alone = Clone("alone").Set("NarrationBatchSize", "1");
        (await alone.BuildAsync()).ShouldSucceedWithoutWarnings();

        using var server = RealServer.Start("nginx");
        Authorize();
        Machine.UseHome("author");
        var lesson = Clone("author", server.Url).Set("NarrationBatchSize", "1");
        using var run = await lesson.StartAsync("build");
        await Wait.UntilAsync(
            () => server.AccessLog.Contains("PUT /ac/", StringComparison.Ordinal),
            TimeSpan.FromMinutes(2),
            () => run.Output
        );
        server.Stop();
        (await run.WaitAsync()).ShouldBe(0, run.Output);

        var warning = BuildDiagnostic.Parse(run.Output).ShouldHaveSingleItem();
        warning.Code.ShouldBe("FHN3011");
        run.Output.ShouldNotContain(RealServer.Password);
        lesson.Audio().Count.ShouldBe(Lines);
        lesson.Summary().Synthesized.ShouldBe(Lines);
        var added = TimeSpan.FromMilliseconds(lesson.Summary().ElapsedMs - alone.Summary().ElapsedMs);
        Soak.Record("nginx stopped in mid-build", $"build passes, one warning, {added.TotalSeconds:0.0} s more than without a store");
        added.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(5)));
    }

    private async Task<(LessonProject First, LessonProject Second)> ShouldShareAsync(string remote)
    {
        Machine.UseHome("author");
        var first = Clone("author", remote);
        (await first.BuildLoggedAsync()).ShouldSucceedWithoutWarnings();
        var report = await first.RunAsync();
        Machine.Worker.Spoken.Count.ShouldBe(Lines);
        Machine.Worker.Clear();

        Machine.UseHome("colleague");
        var second = Clone("colleague", remote);
        (await second.BuildLoggedAsync()).ShouldSucceedWithoutWarnings();

        Machine.Shims.Starts.ShouldBeEmpty();
        second.Summary().FromRemoteCache.ShouldBe(Lines);
        second.Summary().Synthesized.ShouldBe(0);
        second.Audio().ShouldBe(first.Audio(), ignoreOrder: true);
        second.Lock.Segments.ShouldBe(first.Lock.Segments, ignoreOrder: true);
        (await second.RunAsync())
            .Segments.Select(s => (s.Id, s.SampleCount, s.AudioHash))
            .ShouldBe(report.Segments.Select(s => (s.Id, s.SampleCount, s.AudioHash)));
        return (first, second);
    }

    private LessonProject Clone(string folder, string? remote = null) =>
        Machine
            .NewProject("Lesson", folder)
            .Scene("Intro", Enumerable.Range(1, Lines).Select(n => ($"Line{n}", $"This is line number {n} of the lesson.")))
            .Set("NarrationRemoteCache", remote)
            .Set("NarrationRemoteCacheWrite", remote is null ? null : "true");

    private void Authorize()
    {
        Machine.Set("NARRATION_REMOTE_CACHE_USER", RealServer.User);
        Machine.Set("NARRATION_REMOTE_CACHE_PASSWORD", RealServer.Password);
    }

    /// <summary>A binary log is gzip.</summary>
    private static byte[] Unpacked(string file)
    {
        if (!file.EndsWith(".binlog", StringComparison.Ordinal))
        {
            return File.ReadAllBytes(file);
        }

        using var log = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        log.CopyTo(memory);
        return memory.ToArray();
    }
}
