using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Bridge.Tests.Drift;

public sealed class DriftTests : IDisposable
{
    private readonly Studio _studio = new();

    public DriftTests()
    {
        for (var i = 1; i <= 10; i++)
        {
            _studio.Say($"Scenes.Intro.Line{i:00}", $"Line {i} of the intro.").Say($"Scenes.Outro.Line{i:00}", $"Line {i} of the outro.");
        }
    }

    private string Page => Path.Combine(_studio.Intermediate, "narration-drift.md");

    private string? Line => _studio.Log.Lines.SingleOrDefault(line => line.StartsWith("Narration drift", StringComparison.Ordinal));

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task Two_changed_texts_of_twenty_are_listed_with_the_totals_of_their_scenes()
    {
        await _studio.BuildAsync();
        var before = _studio.Lock;

        await _studio.Say("Scenes.Intro.Line03", "Another text.").Say("Scenes.Outro.Line07", "And another.").BuildAsync();

        var after = _studio.Lock;
        var intro = Seconds(after, "Scenes.Intro.Line03") - Seconds(before, "Scenes.Intro.Line03");
        var outro = Seconds(after, "Scenes.Outro.Line07") - Seconds(before, "Scenes.Outro.Line07");
        Line.ShouldBe(
            $"Narration drift: 2 of 20 segments (Scenes.Intro.Line03 {Signed(intro)}, Scenes.Outro.Line07 {Signed(outro)}); "
                + $"scenes: Scenes.Intro {Signed(intro)}, Scenes.Outro {Signed(outro)}; all {Signed(intro + outro)}. {Page}"
        );
        _studio.Log.Lines.Last().ShouldBe(Line);
        var page = await File.ReadAllTextAsync(Page);
        page.Split('\n')
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Split('|')[1].Trim())
            .ShouldBe([
                "scene",
                "---",
                "Scenes.Intro",
                "Scenes.Outro",
                "**all**",
                "segment",
                "---",
                "`Scenes.Intro.Line03`",
                "`Scenes.Outro.Line07`",
            ]);
        page.ShouldContain(
            $"| Scenes.Intro | {Total(before, "Scenes.Intro."):0.000} s | {Total(after, "Scenes.Intro."):0.000} s | {Signed(intro)} |"
        );
    }

    [Fact]
    public async Task Neither_a_first_build_nor_one_without_changes_reports_drift()
    {
        await _studio.BuildAsync();
        Line.ShouldBeNull();

        await _studio.BuildAsync();
        Line.ShouldBeNull();
        File.Exists(Page).ShouldBeFalse();
    }

    [Fact]
    public async Task A_rename_changes_no_length()
    {
        await _studio.BuildAsync();

        await _studio.Unsay("Scenes.Intro.Line03").Say("Scenes.Intro.Third", "Line 3 of the intro.").BuildAsync();

        Line.ShouldBeNull();
    }

    [Fact]
    public async Task A_new_segment_and_a_removed_one_change_the_length_of_their_scenes()
    {
        await _studio.BuildAsync();

        await _studio.Unsay("Scenes.Intro.Line03").Say("Scenes.Outro.More", "More.").BuildAsync();

        Line!.ShouldContain("(Scenes.Intro.Line03 gone, Scenes.Outro.More new)");
        Line!.ShouldContain("Scenes.Intro −1.0");
        Line!.ShouldContain("Scenes.Outro +1.0");
    }

    [Fact]
    public async Task A_design_time_build_reports_nothing()
    {
        await _studio.BuildAsync();

        await _studio.Say("Scenes.Intro.Line03", "Another text.").BuildAsync(request => request with { IsDesignTime = true });

        Line.ShouldBeNull();
        File.Exists(Page).ShouldBeFalse();
    }

    private static double Seconds(NarrationLock content, string id) => content.Segments[id].Duration.TotalSeconds;

    private static double Total(NarrationLock content, string scope) =>
        content.Segments.Where(pair => pair.Key.StartsWith(scope, StringComparison.Ordinal)).Sum(pair => pair.Value.Duration.TotalSeconds);

    private static string Signed(double seconds) => $"{(seconds < 0 ? "−" : "+")}{Math.Abs(seconds):0.000} s";
}
