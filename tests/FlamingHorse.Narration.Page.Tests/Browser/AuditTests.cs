using System.Text.Json;
using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Page.Tests.Support;
using Microsoft.Playwright;

namespace FlamingHorse.Narration.Page.Tests.Browser;

public class AuditTests(Browsers browsers)
{
    private const string NoPicker = "delete window.showSaveFilePicker";

    /// <summary>The browser's own dialog cannot be clicked by a test; what the page writes through it can be seen.</summary>
    private const string Picker = """
        window.written = []
        window.showSaveFilePicker = async options => ({
          createWritable: async () => ({
            write: async text => window.written.push([options.suggestedName, text]), close: async () => {}
          })
        })
        """;

    [Fact]
    public async Task A_verdict_is_saved_and_read_by_the_build()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync("25%");
        await using var open = await browsers.OpenAsync(lesson, before: NoPicker);

        await open.SelectAsync("Example");
        await ScoreAsync(open, 8);
        await HeardAsync(
            open,
            "For example take the first row one and two and the first column three and for. One times 3 plus 2 times 4 is eleven"
        );
        (await open.Inspector.Locator(".heard-score").InnerTextAsync()).ShouldBe("Word error 4.0 % · 1 of 25 words");
        await open.Inspector.GetByText("Redo", new() { Exact = true }).ClickAsync();
        await open.Inspector.GetByLabel("Note").FillAsync("\"four\" is swallowed");
        await Assertions.Expect(open.Page.Locator("#saved-state")).ToHaveTextAsync("Not saved yet");
        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.ClickAsync("#save-audit"));

        download.SuggestedFilename.ShouldBe("narration.audit.json");
        var path = Path.Combine(lesson.Folder, "narration.audit.json");
        await download.SaveAsAsync(path);
        var entry = AuditFile.Read(path).Entries.ShouldHaveSingleItem();
        entry.Id.ShouldBe("Scenes.Product.Example");
        entry.Audio.ShouldBe(lesson.Segments.Single(s => s.Id == entry.Id).AudioHash);
        (entry.Similarity, entry.WrongWords, entry.Words, entry.Verdict, entry.Note).ShouldBe((8, 1, 25, "redo", "\"four\" is swallowed"));
        await Assertions.Expect(open.Page.Locator("#saved-state")).ToHaveTextAsync("Saved");
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task Once_the_sample_is_shown_the_keys_act_on_the_list()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync("50%");
        await using var open = await browsers.OpenAsync(lesson);

        await open.Page.GetByText("Show the sample").ClickAsync();
        var first = (await open.RowsAsync())[0];
        await open.Page.Keyboard.PressAsync("j");
        await open.Page.Keyboard.PressAsync(" ");
        await open.WaitForSoundAsync();

        var current = await open.Page.Locator(".row.selected .pick").InnerTextAsync();
        current.ShouldBe((await open.RowsAsync())[1]);
        current.ShouldNotBe(first);
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task The_list_stays_in_sight_until_something_is_judged()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync("50%");
        await using var open = await browsers.OpenAsync(lesson);

        (await open.Page.Locator("#audit .goals").CountAsync()).ShouldBe(0);
        (await open.Page.Locator("#audit").InnerTextAsync()).ShouldNotContain("false");
        await open.SelectAsync("Example");
        await open.Page.Keyboard.PressAsync("g");
        await Assertions.Expect(open.Page.Locator("#audit .goals")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Where_the_browser_can_write_files_the_file_is_written()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync();
        await using var open = await browsers.OpenAsync(lesson, before: Picker);

        await open.SelectAsync("Welcome");
        await open.Page.Keyboard.PressAsync("g");
        await open.Page.ClickAsync("#open-audit");
        await open.Page.ClickAsync("#save-audit");
        await Assertions.Expect(open.Page.Locator("#saved-state")).ToHaveTextAsync("Saved");

        var written = await open.Page.EvaluateAsync<string[]>("window.written[0]");
        written[0].ShouldBe("narration.audit.json");
        JsonDocument.Parse(written[1]).RootElement.GetProperty("entries")[0].GetProperty("verdict").GetString().ShouldBe("good");
    }

    [Fact]
    public async Task A_closed_window_loses_nothing_that_was_not_saved()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync();
        await using var open = await browsers.OpenAsync(lesson);
        await open.SelectAsync("Welcome");
        await ScoreAsync(open, 9);

        await open.Page.ReloadAsync();
        await open.SelectAsync("Welcome");

        (await open.Inspector.Locator(".score input:checked").GetAttributeAsync("value")).ShouldBe("9");
    }

    [Fact]
    public async Task A_judgement_does_not_hold_for_a_new_take()
    {
        var lesson = Lessons.Matrix(browsers.NewFolder());
        var hash = lesson.Segments.Single(s => s.Id == "Scenes.Intro.Meaning").AudioHash;
        await lesson.WriteAsync(
            audit: new()
            {
                Entries =
                [
                    new()
                    {
                        Id = "Scenes.Intro.Welcome",
                        Audio = new('0', 64),
                        Verdict = "redo",
                    },
                    new()
                    {
                        Id = "Scenes.Intro.Meaning",
                        Audio = hash,
                        Verdict = "redo",
                    },
                ],
            }
        );
        await using var open = await browsers.OpenAsync(lesson);

        await open.Page.Locator(".chip", new() { HasTextString = "To redo" }).ClickAsync();

        (await open.RowsAsync()).ShouldBe(["Meaning"]);
    }

    [Fact]
    public async Task The_goals_are_shown_as_met_or_not()
    {
        var lesson = await Lessons.Matrix(browsers.NewFolder()).WriteAsync("100%");
        await using var open = await browsers.OpenAsync(lesson);

        await open.SelectAsync("Welcome");
        await ScoreAsync(open, 9);
        await HeardAsync(open, "Welcome to this video on matrix multiplication");
        await open.SelectAsync("Goodbye");
        await ScoreAsync(open, 6);
        await HeardAsync(open, "Thank you for watching and good buy");

        (await Goal(open, 0).InnerTextAsync()).ShouldContain("7.5");
        (await Goal(open, 0).GetAttributeAsync("class")).ShouldBe("goal met");
        // 13 words, "goodbye" heard as two others.
        (await Goal(open, 1).InnerTextAsync()).ShouldContain("15.4 %");
        (await Goal(open, 1).GetAttributeAsync("class")).ShouldBe("goal missed");
    }

    [Fact]
    public async Task Both_sides_of_a_comparison_play_and_the_tally_adds_up()
    {
        var lesson = await Lessons
            .Matrix(browsers.NewFolder())
            .Compare("Scenes.Intro.Meaning")
            .Compare("Scenes.Outro.Goodbye")
            .Compare("Scenes.Intro.Welcome")
            .WriteAsync("100%");
        await using var open = await browsers.OpenAsync(lesson, before: NoPicker);

        await open.SelectAsync("Meaning");
        await open.Inspector.GetByRole(AriaRole.Button, new() { Name = "Play B" }).ClickAsync();
        await open.WaitForSoundAsync();
        (await open.Page.EvaluateAsync<string>("document.getElementById('sound').src")).ShouldContain("/store/");
        await open.Inspector.GetByText("B is better").ClickAsync();
        await open.Inspector.GetByRole(AriaRole.Group, new() { Name = "B" }).Locator(".score").Nth(8).ClickAsync();
        await open.SelectAsync("Goodbye");
        await open.Inspector.GetByText("A is better").ClickAsync();
        await open.SelectAsync("Welcome");
        await open.Inspector.GetByText("B is better").ClickAsync();

        (await open.Page.Locator(".part").AllInnerTextsAsync()).ShouldBe(["1 A", "0 same", "2 B"]);
        (await open.Page.Locator(".tally p").TextContentAsync()).ShouldBe("3 of 3 compared");
        (await open.Page.Locator(".goal-set").Nth(1).Locator(".goal").First.InnerTextAsync()).ShouldContain("9.0");
        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.ClickAsync("#save-audit"));
        var path = Path.Combine(lesson.Folder, "narration.audit.json");
        await download.SaveAsAsync(path);
        var meaning = AuditFile.Read(path).Entries.Single(e => e.Id == "Scenes.Intro.Meaning");
        (meaning.Preferred, meaning.Other!.Similarity, meaning.Other.Model).ShouldBe(("b", 9, "rms"));
    }

    private static Task ScoreAsync(OpenPage open, int score) => open.Inspector.Locator(".score").Nth(score - 1).ClickAsync();

    private static Task HeardAsync(OpenPage open, string text) => open.Inspector.GetByLabel("What I heard").First.FillAsync(text);

    private static ILocator Goal(OpenPage open, int index) => open.Page.Locator("#audit .goal").Nth(index);
}
