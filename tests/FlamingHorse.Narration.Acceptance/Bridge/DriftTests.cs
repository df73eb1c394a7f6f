using System.Globalization;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Acceptance.Bridge;

public sealed partial class DriftTests : AcceptanceTest
{
    private const int Rate = 24_000;

    [Fact]
    public async Task Two_changed_texts_of_twenty_are_listed_with_the_totals_of_their_scenes()
    {
        var lesson = Machine.NewProject();
        foreach (var scene in new[] { "Intro", "Rule", "Proof", "Outro" })
        {
            Say(lesson, scene);
        }

        var file = Path.Combine(lesson.Intermediate(), "narration-drift.md");
        (await lesson.BuildAsync()).ShouldSucceed().Output.ShouldNotContain("Narration drift");
        File.Exists(file).ShouldBeFalse();
        var before = lesson.Lock;

        Say(lesson, "Rule", "Line two, which has more to say than all the others have.");
        Say(lesson, "Outro", "Short.");
        var build = (await lesson.BuildAsync()).ShouldSucceed();

        var after = lesson.Lock;
        var (rule, outro) = (Moved("Scenes.Rule.Line2"), Moved("Scenes.Outro.Line2"));
        var line = build.Output.Split('\n').Single(line => line.Contains("Narration drift", StringComparison.Ordinal)).Trim();
        ShouldSay(
            line,
            $"Narration drift: 2 of 20 segments (Scenes.Outro.Line2 {Signed(outro)}, Scenes.Rule.Line2 {Signed(rule)}); "
                + $"scenes: Scenes.Outro {Signed(outro)}, Scenes.Rule {Signed(rule)}; all {Signed(outro + rule)}. {file}"
        );
        var page = await File.ReadAllTextAsync(file);
        ShouldSay(
            page,
            $"""
            ### Narration drift: 2 of 20 segments, {Signed(outro + rule)}

            Lengths of clips, gaps not counted.

            | scene | before | after | change |
            |---|--:|--:|--:|
            | Scenes.Outro | {Total(before, "Scenes.Outro.")} | {Total(after, "Scenes.Outro.")} | {Signed(outro)} |
            | Scenes.Rule | {Total(before, "Scenes.Rule.")} | {Total(after, "Scenes.Rule.")} | {Signed(rule)} |
            | **all** | {Total(before, "")} | {Total(after, "")} | {Signed(outro + rule)} |

            | segment | before | after | change |
            |---|--:|--:|--:|
            | `Scenes.Outro.Line2` | {Total(before, "Scenes.Outro.Line2")} | {Total(after, "Scenes.Outro.Line2")} | {Signed(outro)} |
            | `Scenes.Rule.Line2` | {Total(before, "Scenes.Rule.Line2")} | {Total(after, "Scenes.Rule.Line2")} | {Signed(rule)} |

            """
        );

        // Nothing moves in a build that changes no length, and the last movement can still be read.
        Say(lesson, "Proof", "Line <mark name='two'/>2 of Proof.");
        (await lesson.BuildAsync()).ShouldSucceed().Output.ShouldNotContain("Narration drift");
        (await File.ReadAllTextAsync(file)).ShouldBe(page);

        double Moved(string id) => (after[id].SampleCount - before[id].SampleCount) / (double)Rate;
    }

    /// <summary>The same words, and the same figures to the millisecond: what ends in half of one may be rounded either way.</summary>
    private static void ShouldSay(string text, string expected)
    {
        Figure().Replace(text, "#").ShouldBe(Figure().Replace(expected, "#"));
        foreach (var (said, right) in Figure().Matches(text).Zip(Figure().Matches(expected)))
        {
            Seconds(said.Value).ShouldBe(Seconds(right.Value), 0.00101, text);
        }
    }

    private static double Seconds(string figure) => double.Parse(figure.Replace('−', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[+−]?\d+\.\d{3}")]
    private static partial Regex Figure();

    private static void Say(LessonProject lesson, string scene, string? second = null) =>
        lesson.Scene(
            scene,
            Enumerable.Range(1, 5).Select(i => ($"Line{i}", i == 2 && second is not null ? second : $"Line {i} of {scene}."))
        );

    private static string Total(LockView content, string scope)
    {
        var samples = content.Segments.Where(s => s.Key.StartsWith(scope, StringComparison.Ordinal)).Sum(s => s.Value.SampleCount);
        return string.Create(CultureInfo.InvariantCulture, $"{samples / (double)Rate:0.000} s");
    }

    private static string Signed(double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? "−" : "+")}{Math.Abs(seconds):0.000} s");
}
