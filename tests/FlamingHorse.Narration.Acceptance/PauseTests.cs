namespace FlamingHorse.Narration.Acceptance;

/// <summary>A break in a text, over the packed package.</summary>
public sealed class PauseTests : AcceptanceTest
{
    private const string Id = "Scenes.Intro.Welcome";

    [Fact]
    public async Task A_pause_is_heard_and_neither_spoken_nor_captioned()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to it. <break time='2s'/> Now we begin."));

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.ShouldBe(["Welcome to it.", "Now we begin."], ignoreOrder: true);
        var segment = (await lesson.RunAsync())[Id];
        segment.Text.ShouldBe("Welcome to it. Now we begin.");
        segment.SpokenText.ShouldBe("Welcome to it. Now we begin.");
        ((double)segment.SampleCount / segment.SampleRate).ShouldBeGreaterThan(2 + 1);
        AudioFolder.Hash(segment.Path!).ShouldBe(segment.AudioHash);

        // The same pause written otherwise is the same take; a wrong one is told where it stands.
        Machine.Worker.Clear();
        lesson.Scene("Intro", ("Welcome", "Welcome to it. <break time='2000ms'/> Now we begin."));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.ShouldBeEmpty();
        lesson.Scene("Intro", ("Welcome", "Welcome to it. <break time='soon'/> Now we begin."));
        var error = (await lesson.BuildAsync()).Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("FHN1069");
        error.Column.ShouldBe(32);
    }
}
