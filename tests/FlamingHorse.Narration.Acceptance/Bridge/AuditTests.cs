using System.Text.Json;
using System.Text.RegularExpressions;
using FlamingHorse.Narration.Bridge.Tests.Support;

namespace FlamingHorse.Narration.Acceptance.Bridge;

public sealed partial class AuditTests : AcceptanceTest
{
    private const string OtherModel = "acme/small";

    [Fact]
    public async Task A_sample_of_two_hundred_is_listened_to_compared_and_partly_retaken()
    {
        var lesson = Course("Course");
        (await lesson.BuildAsync("-t:ReportNarration", "-p:NarrationAuditSample=5%25")).ShouldSucceedWithoutWarnings();
        var sample = Report(lesson).Sample;
        sample.Count.ShouldBe(10);
        Machine.Worker.Spoken.Count.ShouldBe(200);
        var before = lesson.Lock;

        // Elsewhere, from the start, the same ten; and each of them by a second model, the lesson's own takes untouched.
        var other = Course("elsewhere/Course");
        File.Copy(lesson.LockFile, other.LockFile);
        Machine.Worker.Clear();
        (
            await other.BuildAsync("-t:ReportNarration", $"-p:NarrationCompareModel={OtherModel}", "-p:NarrationAuditSample=5%25")
        ).ShouldSucceedWithoutWarnings();
        var compared = Report(other);
        compared.Sample.ShouldBe(sample);
        Machine.Worker.Spoken.Count.ShouldBe(10);
        Machine.Worker.Messages("init").ShouldHaveSingleItem().GetProperty("model").GetString().ShouldBe(OtherModel);
        compared.Data.GetProperty("comparison").GetProperty("b").GetString().ShouldBe(OtherModel);
        foreach (var id in compared.Ids)
        {
            compared[id].TryGetProperty("other", out var take).ShouldBe(sample.Contains(id));
            if (sample.Contains(id))
            {
                take.GetProperty("model").GetString().ShouldBe(OtherModel);
                Tool.Samples(Path.Combine(other.Output(), take.GetProperty("audio").GetString()!))
                    .ShouldBe(take.GetProperty("samples").GetInt64());
            }
        }

        (await File.ReadAllBytesAsync(other.LockFile)).ShouldBe(await File.ReadAllBytesAsync(lesson.LockFile));

        // Heard: A better four times, B three times, no difference twice, one open; three to be made again.
        other.Write("narration.audit.json", Judged(sample, before, compared));
        Machine.Worker.Clear();
        (
            await other.BuildAsync("-t:ReportNarration", $"-p:NarrationCompareModel={OtherModel}", "-p:NarrationAuditSample=5%25")
        ).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        var text = Shown(Path.Combine(other.Output(), "narration-report.html"));
        text.ShouldContain("4 A 2 same 3 B 9 of 10 compared");
        text.ShouldContain("3 segments to redo");

        lesson.Write("narration.audit.json", Judged(sample, before, compared));
        (await lesson.BuildAsync("-p:NarrationRetake=narration.audit.json")).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.Order().ShouldBe(sample.Take(3).Select(id => before.Ids.Contains(id) ? TextOf(id) : "").Order());
        lesson.Lock.Ids.Where(id => lesson.Lock[id].AudioHash != before[id].AudioHash).ShouldBe(sample.Take(3), ignoreOrder: true);
        Machine.Worker.Clear();
        (await lesson.BuildAsync("-p:NarrationRetake=narration.audit.json")).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    private LessonProject Course(string folder)
    {
        var lesson = Machine.NewProject("Course", folder);
        for (var scene = 0; scene < 10; scene++)
        {
            var lines = Enumerable.Range(0, 20).Select(i => ($"Step{i:00}", TextOf($"Scenes.Part{scene}.Step{i:00}")));
            lesson.Scene($"Part{scene}", lines);
        }

        return lesson;
    }

    private static string TextOf(string id) => $"Part {id[11]}, step {id[^2..]}.";

    private static ReportView Report(LessonProject lesson) => ReportView.Read(Path.Combine(lesson.Output(), "narration-report.html"));

    /// <summary>As the page saves it.</summary>
    private static string Judged(IReadOnlyList<string> sample, LockView takes, ReportView compared)
    {
        string?[] preferred = ["a", "a", "b", "same", "a", "b", "b", "a", "same", null];
        return JsonSerializer.Serialize(
            new
            {
                schema = 1,
                project = "Course",
                entries = sample.Select(
                    (id, i) =>
                        new
                        {
                            id,
                            audio = takes[id].AudioHash,
                            verdict = i < 3 ? "redo" : "good",
                            preferred = preferred[i],
                            other = new { id, audio = compared[id].GetProperty("other").GetProperty("hash").GetString() },
                        }
                ),
            }
        );
    }

    /// <summary>The words of the page in a browser, its script run.</summary>
    private static string Shown(string page)
    {
        var dom = Tool.Run(
            HeadlessChromium.Program,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--virtual-time-budget=3000",
            "--dump-dom",
            new Uri(page).AbsoluteUri
        );
        var body = dom[dom.IndexOf("<body", StringComparison.Ordinal)..];
        return Spaces().Replace(Tags().Replace(body, " "), " ");
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
