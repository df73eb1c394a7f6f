using FlamingHorse.Narration.Page.Tests.Support;
using Microsoft.Playwright;

namespace FlamingHorse.Narration.Page.Tests.Browser;

public class ListeningTests(Browsers browsers)
{
    [Fact]
    public async Task The_page_opens_from_disk_and_plays_a_segment()
    {
        await using var open = await OpenAsync();

        await open.Row("Welcome").Locator("button.play").ClickAsync();
        await open.WaitForSoundAsync();

        (await open.IsPlayingAsync()).ShouldBeTrue();
        (await open.PlayingAsync()).ShouldBe("Scenes.Intro.Welcome.wav");
        await Assertions.Expect(open.Row("Welcome").Locator("button.play")).ToHaveTextAsync("Pause Welcome");
        await open.Row("Welcome").Locator("button.play").ClickAsync();
        (await open.IsPlayingAsync()).ShouldBeFalse();
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task No_audio_is_loaded_before_it_is_asked_for()
    {
        await using var open = await OpenAsync();

        (await open.Page.EvaluateAsync<string>("document.getElementById('sound').src")).ShouldBe("");
    }

    [Fact]
    public async Task Clicking_a_word_plays_from_that_word()
    {
        await using var open = await OpenAsync();
        await open.SelectAsync("Rule");

        await open.Inspector.Locator(".word", new() { HasTextString = "column" }).First.ClickAsync();
        await open.WaitForSoundAsync(2.5);

        (await open.PlayingAsync()).ShouldBe("Scenes.Product.Rule.wav");
        (await open.AtAsync()).ShouldBeGreaterThan(2.5);
    }

    [Fact]
    public async Task A_scene_plays_through_and_stops_at_its_end()
    {
        await using var open = await OpenAsync();
        await open.Page.EvaluateAsync("document.getElementById('sound').defaultPlaybackRate = 16");

        await open
            .Page.Locator(".scene", new() { HasTextString = "Thank you" })
            .GetByRole(AriaRole.Button, new() { Name = "Play scene" })
            .ClickAsync();
        await open.WaitAsync("document.getElementById('sound').src.includes('Goodbye') && document.getElementById('sound').ended");

        (await open.Page.Locator(".row.selected .pick").TextContentAsync()).ShouldBe("Goodbye");
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task Play_all_goes_on_from_the_selected_segment()
    {
        await using var open = await OpenAsync();
        await open.Page.EvaluateAsync("document.getElementById('sound').defaultPlaybackRate = 16");
        await open.SelectAsync("Summary");

        await open.Page.Locator("#play-all").ClickAsync();
        await open.WaitAsync("document.getElementById('sound').src.includes('Goodbye')");
    }

    [Fact]
    public async Task The_timeline_plays_from_where_it_is_clicked()
    {
        await using var open = await OpenAsync();
        var track = (await open.Page.Locator(".track").BoundingBoxAsync())!;

        await open.Page.Mouse.ClickAsync(track.X + track.Width * 0.999f, track.Y + 12);
        await open.WaitForSoundAsync();

        (await open.PlayingAsync()).ShouldBe("Scenes.Outro.Goodbye.wav");
    }

    [Fact]
    public async Task The_reference_plays_the_part_that_is_used()
    {
        await using var open = await OpenAsync();
        await open.SelectAsync("Welcome");

        await open.Inspector.GetByRole(AriaRole.Button, new() { Name = "Play Reference" }).ClickAsync();
        await open.WaitForSoundAsync(0.6);
        (await open.PlayingAsync()).ShouldBe("ref.wav");
        await open.WaitAsync("document.getElementById('sound').paused");

        (await open.AtAsync()).ShouldBeInRange(2.4, 3.2);
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task Keys_play_and_move()
    {
        await using var open = await OpenAsync();

        await open.Page.Keyboard.PressAsync("j");
        await open.Page.Keyboard.PressAsync("j");
        await open.Page.Keyboard.PressAsync("k");
        await open.Page.Keyboard.PressAsync("Space");
        await open.WaitForSoundAsync();
        (await open.PlayingAsync()).ShouldBe("Scenes.Intro.Definition.wav");
        await open.Page.Keyboard.PressAsync("Space");
        (await open.IsPlayingAsync()).ShouldBeFalse();

        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("jk rule");
        (await open.Page.Locator("#search").InputValueAsync()).ShouldBe("jk rule");
        (await open.PlayingAsync()).ShouldBe("Scenes.Intro.Definition.wav");
    }

    [Fact]
    public async Task A_missing_file_is_reported()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync();
        File.Delete(lesson.AudioPath("Scenes.Intro.Welcome"));
        await using var open = await browsers.OpenAsync(lesson);

        await open.Row("Welcome").Locator("button.play").ClickAsync();

        await Assertions.Expect(open.Page.Locator("#now-text")).ToContainTextAsync("does not lie beside this page");
    }

    [Fact]
    public async Task An_embedded_page_needs_no_file_beside_it()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync(embed: true);
        Directory.Delete(Path.Combine(lesson.Folder, "narration"), recursive: true);
        await using var open = await browsers.OpenAsync(lesson);

        await open.Row("Welcome").Locator("button.play").ClickAsync();
        await open.WaitForSoundAsync();

        open.ShouldBeQuiet();
    }

    private async Task<OpenPage> OpenAsync() => await browsers.OpenAsync(await Lessons.Matrix(browsers.NewFolder()).WriteAsync());
}
