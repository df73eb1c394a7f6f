using FlamingHorse.Narration.Page.Tests.Support;
using Microsoft.Playwright;

namespace FlamingHorse.Narration.Page.Tests.Browser;

public class FindingTests(Browsers browsers)
{
    [Fact]
    public async Task Scenes_and_segments_stand_in_the_order_of_the_sources()
    {
        await using var open = await OpenAsync();

        (await open.Page.Locator(".scene h2").AllTextContentsAsync()).ShouldBe(["Intro", "Product", "Outro"]);
        (await open.RowsAsync()).ShouldBe([
            "Welcome",
            "Definition",
            "Meaning",
            "Doubt",
            "Rule",
            "Formula",
            "Example",
            "Condition",
            "Sizes",
            "Summary",
            "Script",
            "Goodbye",
        ]);
    }

    [Fact]
    public async Task Search_looks_into_ids_captions_and_what_is_said()
    {
        await using var open = await OpenAsync();

        await open.Page.FillAsync("#search", "sum over k");
        (await open.RowsAsync()).ShouldBe(["Formula"]);
        await open.Page.FillAsync("#search", "outro goodbye");
        (await open.RowsAsync()).ShouldBe(["Goodbye"]);
        await open.Page.FillAsync("#search", "nothing has this");
        (await open.RowsAsync()).ShouldBeEmpty();
        await Assertions.Expect(open.Page.Locator("#found")).ToHaveTextAsync("No segment matches.");

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Show all segments" }).ClickAsync();
        (await open.RowsAsync()).Count.ShouldBe(12);
        (await open.Page.InputValueAsync("#search")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_show_what_was_flagged_and_what_moved()
    {
        await using var open = await OpenAsync();

        await Chip(open, "Flagged").ClickAsync();
        (await open.RowsAsync()).ShouldBe(["Doubt", "Rule", "Sizes"]);
        await Chip(open, "Moved").ClickAsync();
        (await open.RowsAsync()).ShouldBe(["Definition", "Rule"]);
        await Chip(open, "Long pause").ClickAsync();
        (await open.RowsAsync()).ShouldBe(["Rule"]);
        await Chip(open, "Long pause").ClickAsync();
        (await open.RowsAsync()).Count.ShouldBe(12);
    }

    [Fact]
    public async Task Sorting_by_a_figure_shows_it()
    {
        await using var open = await OpenAsync();

        await open.Page.SelectOptionAsync("#sort", "seconds");
        await open.Page.ClickAsync("#direction");
        var seconds = (await open.Page.Locator(".row-seconds").AllTextContentsAsync()).Select(Number).ToList();
        seconds.ShouldBe(seconds.OrderDescending());

        await open.Page.SelectOptionAsync("#sort", "attempts");
        (await open.RowsAsync())[0].ShouldBe("Doubt");
        (await open.Row("Doubt").Locator(".row-figure").TextContentAsync()).ShouldBe("3 attempts");
        // Nothing was attempted for an estimate, so it comes last whichever way.
        (await open.RowsAsync())[^1].ShouldBe("Sizes");
    }

    [Fact]
    public async Task Every_figure_can_be_sorted_by()
    {
        await using var open = await OpenAsync();

        foreach (var key in await open.Page.Locator("#sort option").EvaluateAllAsync<string[]>("options => options.map(o => o.value)"))
        {
            await open.Page.SelectOptionAsync("#sort", key);
            (await open.RowsAsync()).Count.ShouldBe(12, key);
        }

        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_change_of_length_is_shown_at_the_segment_and_at_its_scene()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync();
        await using var open = await browsers.OpenAsync(lesson);
        var segment = lesson.Segments.Single(s => s.Id == "Scenes.Intro.Definition");
        var moved = $"+{(double)segment.SampleCount / segment.SampleRate - 5.1:0.00} s";

        (await open.Row("Definition").Locator(".row-figure").TextContentAsync()).ShouldBe(moved);
        (await open.Page.Locator(".scene-head", new() { HasTextString = "Intro" }).Locator(".moved").TextContentAsync())!
            .Trim()
            .ShouldBe(moved);
        (await open.Row("Welcome").Locator(".row-figure").TextContentAsync()).ShouldBe("");
    }

    [Fact]
    public async Task The_inspector_shows_how_a_take_was_made()
    {
        await using var open = await OpenAsync();

        await open.SelectAsync("Doubt");

        (await Fact(open, "Attempts")).ShouldBe("3");
        (await Fact(open, "Source")).ShouldStartWith("Shared store");
        (await Fact(open, "Voice")).ShouldStartWith("guest");
        (await Fact(open, "Level")).ShouldStartWith("−18.0 LUFS");
        (await Fact(open, "Seed")).ShouldNotBe("–");
        (await Fact(open, "Pace")).ShouldContain("ch/s");
        (await Fact(open, "Estimate")).ShouldContain("against it");
        await open.SelectAsync("Formula");
        (await open.Inspector.Locator(".said p").TextContentAsync()).ShouldBe("C, i, j, is the sum, over k, of A, i, k, times B, k, j.");
        await open.SelectAsync("Rule");
        (await open.Inspector.Locator(".cue-mark").AllTextContentsAsync()).ShouldBe(["row", "column"]);
    }

    [Fact]
    public async Task Waveform_and_spectrogram_are_drawn_by_wavesurfer()
    {
        await using var open = await OpenAsync();

        await open.SelectAsync("Rule");
        await open.WaitAsync("document.querySelector('.stage > div').shadowRoot.querySelectorAll('canvas').length >= 3");

        // Columns of the spectrogram differ in colour: speech and pauses.
        await open.WaitAsync(
            """
            () => {
              const canvases = [...document.querySelector('.stage > div').shadowRoot.querySelectorAll('canvas')]
              return canvases.some(canvas => {
                const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
                const colours = new Set()
                for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`)
                return colours.size > 15
              })
            }
            """
        );
        open.ShouldBeQuiet();
    }

    private static ILocator Chip(OpenPage open, string label) => open.Page.Locator(".chip", new() { HasTextString = label });

    private static async Task<string> Fact(OpenPage open, string name) =>
        await open.Inspector.Locator($".facts div:has(dt:text-is('{name}')) dd").InnerTextAsync();

    private static double Number(string text) => double.Parse(text.Trim('≈', ' ', 's'), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<OpenPage> OpenAsync() => await browsers.OpenAsync(await Lessons.Matrix(browsers.NewFolder()).WriteAsync());
}
