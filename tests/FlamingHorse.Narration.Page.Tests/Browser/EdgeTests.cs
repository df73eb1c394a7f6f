using FlamingHorse.Narration.Page.Tests.Support;
using Microsoft.Playwright;

namespace FlamingHorse.Narration.Page.Tests.Browser;

/// <summary>Lessons with nothing to play yet, with one segment, with many scenes, with long names.</summary>
public class EdgeTests(Browsers browsers)
{
    [Fact]
    public async Task A_segment_without_audio_says_how_to_get_it_and_offers_nothing_to_play()
    {
        await using var open = await browsers.OpenAsync(await Lessons.Matrix(browsers.NewFolder()).WriteAsync());

        await open.SelectAsync("Sizes");

        var words = await open.Inspector.InnerTextAsync();
        words.ShouldContain("NarrationMissing=Synthesize");
        words.ShouldNotContain("null");
        words.ShouldNotContain("undefined");
        (await open.Inspector.Locator("section[aria-label='Take'], .judgement").CountAsync()).ShouldBe(0);
        await Assertions.Expect(open.Page.Locator("#toggle")).ToBeDisabledAsync();
        await open.SelectAsync("Summary");
        await Assertions.Expect(open.Page.Locator("#toggle")).ToBeEnabledAsync();
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_lesson_of_estimates_is_a_page_like_any_other()
    {
        var lesson = await new Lesson(browsers.NewFolder()).Add("Welcome", "Welcome to the lesson.", estimated: true).WriteAsync();
        await using var open = await browsers.OpenAsync(lesson);
        await open.ScreenshotAsync("one-estimate");

        (await open.RowsAsync()).ShouldBe(["Welcome"]);
        await Assertions.Expect(open.Page.Locator("#play-all")).ToBeDisabledAsync();
        await Assertions.Expect(open.Page.Locator(".scene-head button")).ToBeDisabledAsync();
        (await open.Page.Locator("body").InnerTextAsync()).ShouldNotContain("NaN");
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_cloned_voice_whose_reference_is_elsewhere_says_so()
    {
        var lesson = new Lesson(browsers.NewFolder()) { Backend = "mlx" };
        await using var open = await browsers.OpenAsync(await lesson.Add("Welcome", "Welcome to the lesson.").WriteAsync());

        (await open.Inspector.InnerTextAsync()).ShouldContain("The reference of narrator is not on this machine");
    }

    [Fact]
    public async Task Scene_names_on_the_timeline_stand_clear_of_each_other()
    {
        var sound = Flite.Speak("The same words in every scene.");
        var lesson = new Lesson(browsers.NewFolder());
        for (var scene = 0; scene < 24; scene++)
        {
            lesson.Add($"Course.Chapter{scene:00}.Step", "The same words in every scene.", sound: sound);
        }

        await using var open = await browsers.OpenAsync(await lesson.WriteAsync());
        foreach (var width in new[] { 1440, 900, 360 })
        {
            await open.Page.SetViewportSizeAsync(width, 800);
            await open.Page.WaitForTimeoutAsync(200);
            await open.ScreenshotAsync($"many-scenes-{width}");

            var names = await open.Page.EvaluateAsync<double[][]>(
                "[...document.querySelectorAll('.scene-tab:not(.tight) span')].map(name => name.getBoundingClientRect()).map(box => "
                    + "[box.left, box.right])"
            );
            names.Length.ShouldBeGreaterThan(2);
            names.Zip(names.Skip(1)).ShouldAllBe(pair => pair.First[1] <= pair.Second[0]);
            names[^1][1].ShouldBeLessThanOrEqualTo(width);
        }
    }

    [Fact]
    public async Task A_long_name_breaks_between_its_words_and_can_still_be_read_out_whole()
    {
        const string name = "WelcomeWithAnUnusuallyLongMemberNameThatSomebodyWroteDown";
        var lesson = await new Lesson(browsers.NewFolder()).Add($"Scenes.Intro.{name}", "Welcome to the lesson.").WriteAsync();
        await using var open = await browsers.OpenAsync(lesson, 360, 740);

        (await open.RowsAsync()).ShouldBe([name]);
        (await open.Page.Locator(".pick wbr").CountAsync()).ShouldBe(10);
        (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(360);
    }
}
