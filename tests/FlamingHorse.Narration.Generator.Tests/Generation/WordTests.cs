using FlamingHorse.Narration.Generator.Tests.Projects;

namespace FlamingHorse.Narration.Generator.Tests.Generation;

/// <summary>Times of words on their way from the manifest into code.</summary>
public sealed class WordTests
{
    private const string Line = "See the <mark name='row'/>row now.";

    [Fact]
    public void Measured_times_are_in_the_code_and_cues_are_not_estimates()
    {
        var generation = Projects.Generation.Of(Built(Line));

        generation.Errors.ShouldBeEmpty();
        var code = generation.Files.Values.Single(file => file.Contains("Create(", StringComparison.Ordinal));
        code.ShouldContain("\"10+20 10+20 10+20 10+20\", null);");
        code.ShouldContain("0.70 s into the segment: the mark");
        code.ShouldNotContain("(estimated)");
    }

    [Fact]
    public void A_mark_moved_in_an_editor_falls_on_its_word_at_once()
    {
        var project = Built(Line) with { Sources = [("Scene0.cs", Source("<mark name='row'/>See the row now."))] };

        var generation = Projects.Generation.Of(project);

        generation
            .Files.Values.Single(file => file.Contains("Create(", StringComparison.Ordinal))
            .ShouldContain("0.10 s into the segment: the mark");
    }

    private static NarrationProject Built(string text)
    {
        var project = NarrationProject.Of(Source(text)).InEditor();
        var manifest = project.Manifest!;
        return project with
        {
            Manifest = manifest with
            {
                Segments =
                [
                    .. manifest.Segments.Select(segment =>
                        segment with
                        {
                            Words = "10+20 10+20 10+20 10+20",
                            SampleCount = 48_000,
                            SampleRate = 24_000,
                            Cues = [new("row", 16_800, false)],
                        }
                    ),
                ],
            },
        };
    }

    private static string Source(string text) =>
        $$"""
            using FlamingHorse.Narration;
            namespace Lesson;
            public static partial class Intro
            {
                [Narration("{{text}}")] public static partial NarrationSegment Rule { get; }
            }
            """;
}
