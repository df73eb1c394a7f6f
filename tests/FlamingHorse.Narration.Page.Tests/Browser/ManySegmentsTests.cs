using System.Globalization;
using FlamingHorse.Narration.Page.Tests.Support;
using Microsoft.Playwright;

namespace FlamingHorse.Narration.Page.Tests.Browser;

[Collection(nameof(Alone))]
public class ManySegmentsTests(Browsers browsers, ITestOutputHelper output)
{
    [Fact]
    public async Task A_thousand_segments_open_in_two_seconds_and_scroll_smoothly()
    {
        var lesson = await Lessons.Long(browsers.NewFolder(), 1000).WriteAsync("5%");
        output.WriteLine($"{new FileInfo(lesson.Page).Length / 1024} KiB");
        var ready = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            await using var opened = await browsers.OpenAsync(lesson);
            var paint = await opened.Page.EvaluateAsync<double>(
                "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"
            );
            var wall = await opened.Page.EvaluateAsync<double>("performance.getEntriesByName('narration-ready')[0].startTime");
            ready.Add(await WorkAsync(await CountAsync(opened.Page)) * 1000);
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"first paint {paint:0} ms, interactive {wall:0} ms, {ready[^1]:0} ms of work")
            );
        }

        // The best of three, in processor time: a machine with other work must not decide.
        ready.Min().ShouldBeLessThan(2000);

        await using var open = await browsers.OpenAsync(lesson);
        var session = await CountAsync(open.Page);
        var before = await WorkAsync(session);
        var frames = await open.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const gaps = []
              let last = performance.now()
              for (let i = 0; i < 90; i++) {
                scrollBy(0, 120)
                await new Promise(requestAnimationFrame)
                gaps.push(performance.now() - last)
                last = performance.now()
              }
              return gaps.sort((a, b) => a - b)
            }
            """
        );
        var work = (await WorkAsync(session) - before) / 90 * 1000;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"frames while scrolling: {work:0.0} ms of work each; median {frames[45]:0.0} ms, 95 % {frames[85]:0.0} ms, worst "
                    + $"{frames[^1]:0.0} ms apart"
            )
        );
        // Processor time, which other work on the machine does not lengthen: it must fit into a sixtieth of a second.
        work.ShouldBeLessThan(16);
        (await open.Page.Locator(".row").CountAsync()).ShouldBe(1000);
        (await open.Page.Locator(".thumb > div").CountAsync()).ShouldBeLessThan(100);
        await open.Page.FillAsync("#search", "Scene49.Step19");
        (await open.RowsAsync()).ShouldBe(["Step19"]);
        open.ShouldBeQuiet();
    }

    private static async Task<ICDPSession> CountAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        return session;
    }

    /// <summary>Seconds of processor time that the page's main thread has used since it began.</summary>
    private static async Task<double> WorkAsync(ICDPSession session)
    {
        var metrics = await session.SendAsync("Performance.getMetrics");
        return metrics!
            .Value.GetProperty("metrics")
            .EnumerateArray()
            .Single(m => m.GetProperty("name").GetString() == "ThreadTime")
            .GetProperty("value")
            .GetDouble();
    }
}
