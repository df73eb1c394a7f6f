using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Page.Tests.Support;
using Microsoft.Playwright;

namespace FlamingHorse.Narration.Page.Tests.Browser;

/// <summary>For every eye, ear, hand and screen; with pictures to look at.</summary>
public class AccessTests(Browsers browsers)
{
    private static readonly string Axe = File.ReadAllText(
        Path.Combine(Template.Root, "src", "report", "node_modules", "axe-core", "axe.min.js")
    );

    [Theory]
    [InlineData(1440, ColorScheme.Light, "desktop")]
    [InlineData(1440, ColorScheme.Dark, "desktop-dark")]
    [InlineData(900, ColorScheme.Light, "tablet")]
    [InlineData(360, ColorScheme.Light, "phone")]
    [InlineData(360, ColorScheme.Dark, "phone-dark")]
    public async Task An_accessibility_checker_finds_nothing_serious(int width, ColorScheme scheme, string name)
    {
        var lesson = await Heard(Lessons.Matrix(browsers.NewFolder()).Compare("Scenes.Product.Rule")).WriteAsync("40%");
        await using var open = await browsers.OpenAsync(lesson, width, scheme: scheme);
        await open.ScreenshotAsync(name);
        await open.SelectAsync("Rule");
        await open.Inspector.GetByLabel("What I heard").First.FillAsync("Each entry of the product some the products of a row");
        await open.Inspector.GetByText("Redo", new() { Exact = true }).ClickAsync();
        await open.Page.WaitForTimeoutAsync(500);
        await open.Inspector.Locator("h2").ScrollIntoViewIfNeededAsync();
        await open.ScreenshotAsync(name + "-segment");

        open.ShouldBeQuiet();

        (await SeriousAsync(open)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(600)]
    [InlineData(980)]
    public async Task Nothing_is_wider_than_the_screen(int width)
    {
        var lesson = await Heard(Lessons.Matrix(browsers.NewFolder()).Compare("Scenes.Product.Rule")).WriteAsync("40%");
        await using var open = await browsers.OpenAsync(lesson, width, 740);
        await open.SelectAsync("Rule");

        (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(width);
        (await open.Inspector.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task On_a_narrow_screen_details_open_below_their_line()
    {
        await using var open = await browsers.OpenAsync(await Lessons.Matrix(browsers.NewFolder()).WriteAsync(), 360, 740);
        (await open.Inspector.IsVisibleAsync()).ShouldBeFalse();

        await open.SelectAsync("Meaning");

        (await open.Row("Meaning").Locator("#inspector").CountAsync()).ShouldBe(1);
        await open.Row("Meaning").Locator("#inspector .lane .play").First.ClickAsync();
        await open.WaitForSoundAsync();
    }

    [Fact]
    public async Task The_theme_is_chosen_and_kept()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync();
        await using var open = await browsers.OpenAsync(lesson);
        var light = await Background(open);

        await open.Page.ClickAsync("#theme");
        var dark = await Background(open);
        await open.Page.ReloadAsync();

        dark.ShouldNotBe(light);
        (await Background(open)).ShouldBe(dark);
        (await open.Page.Locator("#theme-label").TextContentAsync()).ShouldBe("Theme: dark");
    }

    [Fact]
    public async Task Single_keys_can_be_turned_off()
    {
        await using var open = await browsers.OpenAsync(await Lessons.Matrix(browsers.NewFolder()).WriteAsync());

        await open.Page.Keyboard.PressAsync("?");
        await open.Page.Locator("#keys-on").UncheckAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.Keyboard.PressAsync("j");

        (await open.Page.Locator(".row.selected .pick").TextContentAsync()).ShouldBe("Welcome");
    }

    private static Task<string> Background(OpenPage open) =>
        open.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static async Task<IReadOnlyList<string>> SeriousAsync(OpenPage open)
    {
        await open.Page.EvaluateAsync(Axe); // not as a script element: the page's own policy would refuse it, as it should
        var report = await open.Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run()).violations.map(v => ({ id: v.id, impact: v.impact, nodes: v.nodes.map(n => n.html + ' ' + "
                + "n.failureSummary) }))"
        );
        return
        [
            .. report
                .EnumerateArray()
                .Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(v => $"{v.GetProperty("id")}: {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Take(4))}"),
        ];
    }

    private static Lesson Heard(Lesson lesson) =>
        lesson
            .Hear(
                "Scenes.Intro.Welcome",
                TakeOutcome.Heard,
                "Welcome to this video on matrix multiplication.",
                new() { Ending = 46, Pace = 1.02 }
            )
            .Hear("Scenes.Product.Rule", TakeOutcome.Doubtful, "Each entry sums the products.", new() { Ending = 18, Pace = 0.93 });
}
