using FlamingHorse.Narration.Build.Outputs.Report;
using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Tests;

public sealed class ComparisonTests
{
    private static readonly NarrationManifest _lesson = new()
    {
        RootNamespace = "",
        ClassName = "Narration",
        Segments = [Line("A", "narrator"), Line("B", "Guest"), Line("C", "narrator")],
    };

    [Fact]
    public void A_compared_voices_own_lines_are_not_compared_with_themselves() => Compared("guest").ShouldBe(["A", "C"]);

    [Fact]
    public void Models_are_compared_in_every_line_of_the_sample() => Compared(null).ShouldBe(["A", "B", "C"]);

    private static IEnumerable<string> Compared(string? voice) =>
        ComparisonRun.ToCompare(_lesson, AuditSample.Parse("100%")!, voice).Select(segment => segment.Id);

    private static ManifestSegment Line(string id, string voice) =>
        new()
        {
            Id = id,
            Origin = SegmentOrigin.CSharp,
            Text = "A line.",
            Spoken = "A line.",
            Voice = voice,
            SampleCount = 24_000,
            SampleRate = 24_000,
            SpeechStart = 0,
            SpeechEnd = 24_000,
        };
}
