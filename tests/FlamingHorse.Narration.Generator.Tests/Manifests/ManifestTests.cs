using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Generator.Tests.Manifests;

public sealed class ManifestTests
{
    private const string Hostile =
        "\0\u0001\"\\/ \r\n\t\u0085\u2028\u2029\ufeff\u200d\u202e\ud800 \udc00\ud83d\ude00 e\u0301 </script> --> */ {0}";

    [Fact]
    public void What_is_written_is_read_back()
    {
        var written = Manifest(
            Segment("Intro.Welcome") with
            {
                Text = Hostile,
                SpokenAs = Hostile + "!",
                VoiceAsWritten = "guest",
                LanguageAsWritten = "English",
                IsDraft = true,
                AudioFile = "narration/a/b.wav",
                AudioHash = "ab12",
                Cues = [new ManifestCue("row", 12, true), new ManifestCue("column", 345, false)],
                Words = "10+21 0+0",
                CaptionWords = "10+21",
            },
            Segment("Intro.Goal") with
            {
                Origin = SegmentOrigin.Item,
                Member = null,
                IsEstimated = true,
                SampleCount = 5_000_000_000,
            }
        );

        var read = ManifestReader.Read(ManifestWriter.Write(written));

        read.IsDesignTime.ShouldBeTrue();
        (read.RootNamespace, read.ClassName).ShouldBe(("Lesson", "Narration"));
        read.Segments.Select(WithoutCues).ShouldBe(written.Segments.Select(WithoutCues));
        read.Segments.SelectMany(segment => segment.Cues).ShouldBe(written.Segments.SelectMany(segment => segment.Cues));
    }

    [Fact]
    public void Hostile_text_survives_a_file_in_UTF_8_and_any_JSON_reader()
    {
        var text = ManifestWriter.Write(Manifest(Segment("A.B") with { Text = Hostile }));

        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).ShouldBe(text);
        text.Split('\n').Length.ShouldBe(6);
        text.ShouldNotContain('\r');
        JsonDocument.Parse(text).RootElement.GetProperty("segments").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n\"schema\":1,\n\"segments\":[", 3)]
    [InlineData("{\"schema\":1,\"rootNamespace\":\"\",\"className\":\"\",\n\"segments\":[\n{\"id\":\"a\"}\n]}", 3)]
    [InlineData("{\"schema\":2,\"segments\":[]}", 1)]
    [InlineData("{\"schema\":1}", 1)]
    [InlineData("{\"schema\":1,\"segments\":[]}\n}", 2)]
    [InlineData("\0\0\0\0", 1)]
    public void A_malformed_manifest_is_refused_with_its_line(string text, int line) =>
        Should.Throw<FormatException>(() => ManifestReader.Read(text)).Message.ShouldStartWith($"line {line}:");

    [Fact]
    public void A_manifest_truncated_anywhere_is_refused()
    {
        var text = ManifestWriter.Write(Manifest(Segment("A.B") with { Text = Hostile, Cues = [new ManifestCue("x", 1, true)] })).TrimEnd();

        for (var length = 0; length < text.Length; length++)
            Should.Throw<FormatException>(() => ManifestReader.Read(text[..length]));
    }

    [Fact]
    public void Members_of_a_later_version_are_skipped() =>
        ManifestReader.Read("""{"schema":1,"new":{"a":[1,null,{"b":"\u0041"}]},"segments":[]}""").Segments.ShouldBeEmpty();

    [Theory]
    [InlineData("0.87")]
    [InlineData("-0.5e-3")]
    [InlineData("[1.5, 2E+10, 0, -0, 10]")]
    [InlineData("123456789012345678901234567890")]
    public void A_member_of_a_later_version_may_hold_any_number(string value) =>
        ManifestReader.Read($$"""{"schema":1,"new":{{value}},"segments":[]}""").Segments.ShouldBeEmpty();

    [Theory]
    [InlineData("-")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("- 1")]
    public void A_malformed_number_is_not_skipped(string value) =>
        Should.Throw<FormatException>(() => ManifestReader.Read($$"""{"schema":1,"new":{{value}},"segments":[]}"""));

    [Fact]
    public void Ten_thousand_segments_are_read_in_a_moment()
    {
        var text = ManifestWriter.Write(Manifest([.. Enumerable.Range(0, 10_000).Select(i => Segment($"Scenes.S{i}.Welcome"))]));
        ManifestReader.Read(text).Segments.Count.ShouldBe(10_000);

        // The best of several: other work on the machine is not the reader's.
        var best = Enumerable
            .Range(0, 7)
            .Min(_ =>
            {
                var clock = Stopwatch.StartNew();
                ManifestReader.Read(text);
                return clock.Elapsed;
            });

        best.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(1)));
    }

    private static ManifestSegment WithoutCues(ManifestSegment segment) => segment with { Cues = Array.Empty<ManifestCue>() };

    private static NarrationManifest Manifest(params ManifestSegment[] segments) =>
        new()
        {
            RootNamespace = "Lesson",
            ClassName = "Narration",
            IsDesignTime = true,
            Segments = segments,
        };

    private static ManifestSegment Segment(string id) =>
        new()
        {
            Id = id,
            Origin = SegmentOrigin.CSharp,
            Member = "Lesson." + id,
            Text = "Welcome to this video on matrix multiplication.",
            Spoken = "Welcome to this video on matrix multiplication.",
            Voice = "narrator",
            Model = "slt",
            SampleCount = 48_000,
            SampleRate = 24_000,
            SpeechStart = 2_400,
            SpeechEnd = 43_200,
        };
}
