using FlamingHorse.Narration.Build.State;

namespace FlamingHorse.Narration.Build.Tests;

public sealed class SettingsTextTests
{
    [Fact]
    public void A_line_is_a_setting()
    {
        var settings = SettingsText.Parse("\nNarrationBackend=system\nNarrationModel=\n      ");
        settings["NarrationBackend"].ShouldBe("system");
        settings["NarrationModel"].ShouldBe("");
        settings.Count.ShouldBe(2);
    }

    [Fact]
    public void A_value_keeps_its_semicolons_equal_signs_and_quotes() =>
        SettingsText.Parse("NarrationWorkerCommand=\"a b\" --x=1;2")["NarrationWorkerCommand"].ShouldBe("\"a b\" --x=1;2");

    [Fact]
    public void A_value_may_span_several_lines()
    {
        var settings = SettingsText.Parse("NarrationRetake=Scenes.Intro.*;\n   Scenes.Outro.Goal\nNarrationQuality=Draft");
        settings["NarrationRetake"].ShouldBe("Scenes.Intro.*;\nScenes.Outro.Goal");
        settings["NarrationQuality"].ShouldBe("Draft");
    }
}
