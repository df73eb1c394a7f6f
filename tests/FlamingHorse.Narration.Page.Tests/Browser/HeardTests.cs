using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Page.Tests.Support;
using Microsoft.Playwright;

namespace FlamingHorse.Narration.Page.Tests.Browser;

/// <summary>What recognizers heard, on the page.</summary>
public class HeardTests(Browsers browsers)
{
    [Fact]
    public async Task Every_row_has_its_verdict_and_the_filter_shows_what_was_heard_differently()
    {
        await using var open = await browsers.OpenAsync(await HeardLesson().WriteAsync());

        (await open.Row("First").Locator(".heard-mark").TextContentAsync()).ShouldBe("Heard");
        (await open.Row("Second").Locator(".heard-mark").TextContentAsync()).ShouldBe("Heard otherwise");
        (await open.Row("Third").Locator(".heard-mark").TextContentAsync()).ShouldBe("Heard wrong");
        (await open.Row("Fourth").Locator(".heard-mark").TextContentAsync()).ShouldBe("Accepted");
        (await open.Row("Fifth").Locator(".heard-mark").CountAsync()).ShouldBe(0);

        await open.Page.Locator(".chip", new() { HasTextString = "Heard otherwise" }).ClickAsync();
        (await open.RowsAsync()).ShouldBe(["Second", "Third"]);
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_transcript_is_filled_in_and_marked_as_the_machines_until_it_is_changed()
    {
        await using var open = await browsers.OpenAsync(await HeardLesson().WriteAsync());
        await open.SelectAsync("Second");
        var heard = open.Inspector.GetByLabel("What I heard").First;
        var source = open.Inspector.Locator(".heard-source").First;

        (await heard.InputValueAsync()).ShouldBe("The burred line is short.");
        (await source.InnerTextAsync()).ShouldBe("Written down by whisper tiny.en, not by you: it counts once you change it.");
        (await open.Page.Locator("#audit-count").InnerTextAsync()).ShouldBe("");

        await heard.FillAsync("The second line is short.");
        await Assertions.Expect(source).ToBeHiddenAsync();
        (await open.Inspector.Locator(".heard-score").First.InnerTextAsync()).ShouldContain("0 of 5");
        (await open.Page.Locator("#audit-count").InnerTextAsync()).ShouldBe("1");
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_voices_figures_are_shown_beside_the_thresholds()
    {
        await using var open = await browsers.OpenAsync(await HeardLesson().WriteAsync());

        (await open.Page.Locator("#voices summary").InnerTextAsync()).ShouldContain("2 takes heard otherwise");
        var cells = await open.Page.Locator(".heard-table tbody tr").First.Locator("th, td").AllInnerTextsAsync();
        // "second" heard as "burred", and "line" not heard, of 20 words.
        cells.ShouldBe(["narrator", "4 of 5", "10.0 %", "1", "1"]);
        var labels = await open
            .Page.Locator(".spread svg")
            .EvaluateAllAsync<string[]>("pictures => pictures.map(picture => picture.getAttribute('aria-label'))");
        labels.ShouldBe([
            "Ending, dB under the speech: 18 to 52, median 46; threshold 20; 1 beyond it",
            "Pace against the voice’s own: 0.95 × to 1.10 ×, median 0.95 ×; threshold 0.70 × and 1.40 ×",
        ]);
        await open.SelectAsync("First");
        (await open.Inspector.Locator(".facts div:has(dt:text-is('Ending')) dd").InnerTextAsync()).ShouldStartWith("46 dB");
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task Where_no_recognizer_listened_the_page_does_not_mention_it()
    {
        var lesson = await new Lesson(browsers.NewFolder()).Add("Scenes.Only.One", "Nobody listened to this.").WriteAsync();
        await using var open = await browsers.OpenAsync(lesson);

        await Assertions.Expect(open.Page.Locator("#voices")).ToBeHiddenAsync();
        (await open.Page.Locator(".heard-mark").CountAsync()).ShouldBe(0);
        (await open.Inspector.Locator(".facts").InnerTextAsync()).ShouldNotContain("Heard by");
        open.ShouldBeQuiet();
    }

    private Lesson HeardLesson() =>
        new Lesson(browsers.NewFolder())
            .Add("Scenes.Intro.First", "The first line is short.")
            .Add("Scenes.Intro.Second", "The second line is short.")
            .Add("Scenes.Intro.Third", "The third line is short.")
            .Add("Scenes.Intro.Fourth", "The fourth line is short.")
            .Add("Scenes.Intro.Fifth", "The fifth line is short.")
            .Hear("Scenes.Intro.First", TakeOutcome.Heard, "the first line is short", new() { Ending = 46, Pace = 1.1 })
            .Hear("Scenes.Intro.Second", TakeOutcome.Doubtful, "The burred line is short.", new() { Ending = 52, Pace = 0.95 })
            .Hear("Scenes.Intro.Third", TakeOutcome.Refused, "The third is short.", new() { Ending = 18 })
            .Hear("Scenes.Intro.Fourth", TakeOutcome.Doubtful, "The fourth line is short.", byPerson: true);
}
