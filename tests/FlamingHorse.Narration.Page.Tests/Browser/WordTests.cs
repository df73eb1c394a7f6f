using FlamingHorse.Narration.Page.Tests.Support;

namespace FlamingHorse.Narration.Page.Tests.Browser;

/// <summary>Words whose times were measured: on the page, and in captions as a browser reads them.</summary>
public class WordTests(Browsers browsers)
{
    private const string Text = "Welcome, dear students, to the lesson.";

    [Fact]
    public async Task A_word_is_highlighted_while_it_is_said_and_none_in_a_pause()
    {
        var lesson = new Lesson(browsers.NewFolder()).Add("Welcome", Text).Time("Welcome", "10+30 60+20 5+20 5+5 5+5 5+30");
        await using var open = await browsers.OpenAsync(await lesson.WriteAsync());
        await open.SelectAsync("Welcome");
        await open.Inspector.Locator(".word").First.ClickAsync();
        await open.WaitForSoundAsync();

        (await LitAtAsync(open, 0.2)).ShouldBe("Welcome,");
        (await LitAtAsync(open, 0.7)).ShouldBe("");
        (await LitAtAsync(open, 1.1)).ShouldBe("dear");
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_browser_reads_the_timestamp_of_every_word()
    {
        var segment = NarrationSegment.Create(
            "Welcome",
            Text,
            Text,
            72_000,
            24_000,
            2_400,
            67_200,
            isEstimated: false,
            isDraft: false,
            null,
            "narrator",
            "heart",
            null,
            null,
            "10+30 60+20 5+20 5+5 5+5 5+30",
            null
        );
        var vtt = NarrationTimeline
            .Sequence(new() { LeadIn = TimeSpan.FromSeconds(1) }, segment)
            .ToWebVtt(new() { Highlight = NarrationHighlight.Word });
        await using var open = await browsers.OpenAsync(await new Lesson(browsers.NewFolder()).Add("Welcome", Text).WriteAsync());

        var blank = await open.Page.Context.NewPageAsync();

        // The browser's own parser: a timestamp becomes a processing instruction.
        var read = await blank.EvaluateAsync<string[]>(
            """
            async text => {
              const video = document.createElement('video')
              const track = document.createElement('track')
              track.default = true
              track.src = 'data:text/vtt;charset=utf-8,' + encodeURIComponent(text)
              video.append(track)
              document.body.append(video)
              track.track.mode = 'showing'
              await new Promise((done, fail) => { track.onload = done; track.onerror = () => fail(new Error('no captions')) })
              const nodes = [...track.track.cues].flatMap(cue => [...cue.getCueAsHTML().childNodes])
              return nodes.map(node => node.nodeType === 7 ? node.data : node.textContent).filter(part => part.trim())
            }
            """,
            vtt
        );

        read.ShouldBe([
            "Welcome,",
            "00:00:02.000",
            "dear",
            "00:00:02.250",
            "students,",
            "00:00:02.500",
            "to",
            "00:00:02.600",
            "the",
            "00:00:02.700",
            "lesson.",
        ]);
    }

    private static async Task<string> LitAtAsync(OpenPage open, double seconds)
    {
        await open.Page.EvaluateAsync(
            """
            at => new Promise(done => {
              const sound = document.getElementById('sound')
              sound.pause()
              sound.onseeked = () => requestAnimationFrame(() => requestAnimationFrame(done))
              sound.currentTime = at
            })
            """,
            seconds
        );
        return string.Concat(await open.Inspector.Locator(".word.now").AllTextContentsAsync());
    }
}
