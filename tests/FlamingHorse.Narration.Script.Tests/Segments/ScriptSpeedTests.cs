using System.Diagnostics;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Tests.Estimates;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Segments;

/// <summary>
/// Processor time, alone in the process, with wide bounds: a busy machine must not fail them. They catch what grows with the square, not
/// what got a little slower.
/// </summary>
[Collection(nameof(ScriptSpeedTests))]
[Trait("Needs", "the machine itself: a time under wine says nothing of Windows")]
public class ScriptSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void Ten_thousand_segments_are_checked_and_estimated_in_a_moment()
    {
        var lexicon = Lexicon.Parse(
            string.Join('\n', Enumerable.Range(0, 300).Select(i => $"word{i} = spoken {i}")),
            "l.txt",
            new List<Finding>()
        );
        var rate = SpeechRate.Default("English");
        var segments = Enumerable
            .Range(0, 10_000)
            .Select(i => new ScriptSegment
            {
                Id = $"Part{i / 100}.Segment{i}",
                Text = $"{Sentences.All[i % Sentences.All.Count]} <mark name='end'/>Number {i}.",
                Place = new SourcePlace("Lesson.csproj", i, 1),
                Origin = SegmentOrigin.Item,
            })
            .ToList();

        var best = Enumerable
            .Range(0, 5)
            .Min(_ =>
            {
                var start = ProcessorTime();
                ScriptChecks.Check(segments, lexicon).ShouldBeEmpty();
                segments
                    .Sum(segment => DurationEstimate.Predict(SpokenText.Of(segment, lexicon, "English"), "English", rate).TotalSeconds)
                    .ShouldBeGreaterThan(0);
                return ProcessorTime() - start;
            });

        output.WriteLine($"{best.TotalMilliseconds:F0} ms");
        best.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("<mark name='")]
    [InlineData("<mark ")]
    [InlineData("\u0323\u0301")]
    [InlineData("= ")]
    [InlineData("1.")]
    [InlineData("1,000 ")]
    [InlineData("a'")]
    [InlineData("( ")]
    public void A_text_of_a_million_characters_takes_no_more_than_a_moment(string part)
    {
        var start = ProcessorTime();
        var text = "a " + string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        ScriptChecks
            .Check([
                new()
                {
                    Id = "Intro",
                    Text = text,
                    Place = new SourcePlace("a.cs"),
                    Origin = SegmentOrigin.CSharp,
                },
            ])
            .ShouldNotBeEmpty();
        DurationEstimate.Predict(NormalizedText.Of(text), "English", SpeechRate.Default("English")).ShouldBeGreaterThan(TimeSpan.Zero);

        (ProcessorTime() - start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.UserProcessorTime;
    }
}

/// <summary>Runs after all that may run at once.</summary>
[CollectionDefinition(nameof(ScriptSpeedTests), DisableParallelization = true)]
public sealed class ScriptSpeed;
