using System.Globalization;
using System.Text.Json;
using FlamingHorse.Narration.Bridge.Tests.Support;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Bridge.Tests.Export;

public sealed class TextFormatTests : IDisposable
{
    private readonly LessonFolder _lesson = new LessonFolder()
        .Say("Scenes.Outro.Bye", "Good bye <b>all</b> & see --> you.", 48_000)
        .Say("Scenes.Intro.Welcome", "Welcome to this video.", 36_123)
        .Say("Scenes.Intro.Rule", "A <mark name='row'/>row\tand a\ncolumn.", 60_000, 24_000, new ManifestCue("row", 7_200, true));

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public async Task By_default_a_lesson_and_each_scene_have_captions_and_a_timeline()
    {
        var files = await _lesson.ExportAsync("Srt;WebVtt;Json");

        _lesson.Findings.ShouldBeEmpty();
        files
            .Select(file => Path.GetRelativePath(_lesson.Folder, file))
            .ShouldBe([
                "Lesson.srt",
                "scenes/Scenes.Outro.srt",
                "scenes/Scenes.Intro.srt",
                "Lesson.vtt",
                "scenes/Scenes.Outro.vtt",
                "scenes/Scenes.Intro.vtt",
                "Lesson.json",
                "scenes/Scenes.Outro.json",
                "scenes/Scenes.Intro.json",
            ]);
        files.ShouldAllBe(file => File.Exists(file));
    }

    [Theory]
    [InlineData("Lesson.srt")]
    [InlineData("Lesson.vtt")]
    public async Task Ffprobe_finds_each_caption_where_its_speech_is(string file)
    {
        await _lesson.ExportAsync("Srt;WebVtt", gap: 0.5);

        // Clips of 2, 1.505125 and 2.5 s; speech begins 0.1 s after a clip and ends 0.2 s before its end.
        Tool.Captions(_lesson[file]).ShouldBe([(100, 1700), (2600, 1205), (4605, 2200)]);
    }

    [Fact]
    public async Task The_timeline_has_exact_samples_and_cues_on_the_lessons_clock()
    {
        await _lesson.ExportAsync("Json", gap: 0.5);

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(_lesson["Lesson.json"]));
        var root = json.RootElement;
        root.GetProperty("sampleCount").GetInt64().ShouldBe(48_000 + 36_123 + 60_000 + 24_000);
        root.GetProperty("scenes")
            .EnumerateArray()
            .Select(scene => scene.GetProperty("id").GetString())
            .ShouldBe(["Scenes.Outro", "Scenes.Intro"]);
        var rule = root.GetProperty("scenes")[1].GetProperty("segments")[1];
        rule.GetProperty("id").GetString().ShouldBe("Scenes.Intro.Rule");
        rule.GetProperty("text").GetString().ShouldBe("A row\tand a\ncolumn.");
        rule.GetProperty("startSample").GetInt64().ShouldBe(48_000 + 12_000 + 36_123 + 12_000);
        rule.GetProperty("start").GetDecimal().ShouldBe(4.505125m);
        rule.GetProperty("cues")[0].GetProperty("at").GetDecimal().ShouldBe(4.505125m + 0.3m);
        rule.GetProperty("audioHash").GetString().ShouldBe(_lesson.Segments[2].AudioHash);
    }

    [Fact]
    public async Task Where_words_were_measured_captions_and_timeline_have_their_times()
    {
        using var lesson = new LessonFolder().Say("Intro.Welcome", "Welcome to this video.", 48_000).At("10+40 5+10 5+20 5+70");

        await lesson.ExportAsync("WebVtt;Json;Srt", gap: 0.5);

        (await File.ReadAllTextAsync(lesson["Lesson.vtt"])).ShouldContain(
            "<c>Welcome</c> <00:00:00.550><c>to</c> <00:00:00.700><c>this</c> <00:00:00.950><c>video.</c>"
        );
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(lesson["Lesson.json"]));
        var word = json.RootElement.GetProperty("scenes")[0].GetProperty("segments")[0].GetProperty("words")[2];
        word.GetRawText()
            .ReplaceLineEndings("")
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""{"text":"this","start":0.7,"end":0.9,"isEstimated":false}""");
        Tool.Captions(lesson["Lesson.vtt"]).ShouldBe(Tool.Captions(lesson["Lesson.srt"]));
    }

    [Fact]
    public async Task Captions_mark_no_words_that_were_only_estimated()
    {
        await _lesson.ExportAsync("WebVtt");

        (await File.ReadAllTextAsync(_lesson["Lesson.vtt"])).ShouldNotContain("<c>");
    }

    [Fact]
    public async Task A_label_track_has_one_line_per_label_whatever_the_text_contains()
    {
        await _lesson.ExportAsync("AudacityLabels");

        var lines = (await File.ReadAllTextAsync(_lesson["Lesson.labels.txt"]))
            .TrimEnd('\n')
            .Split('\n')
            .Select(line => line.Split('\t'))
            .ToList();
        lines.ShouldAllBe(parts => parts.Length == 3);
        lines
            .Select(parts => parts[2])
            .ShouldBe([
                "Scenes.Outro.Bye: Good bye <b>all</b> & see --> you.",
                "Scenes.Intro.Welcome: Welcome to this video.",
                "Scenes.Intro.Rule: A row and a column.",
                "Scenes.Intro.Rule [row]",
            ]);
        lines
            .Select(parts => (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)))
            .ShouldBe([(0, 2), (2, 3.505125), (3.505125, 6.005125), (3.805125, 3.805125)]);
    }

    [Fact]
    public async Task An_unknown_format_is_reported_and_the_others_are_written()
    {
        var files = await _lesson.ExportAsync("Srt;Mpeg;3");

        _lesson.Findings.Select(finding => finding.Kind.Code).ShouldBe(["FHN3050", "FHN3050"]);
        _lesson.Findings[0].Message.ShouldContain("\"Mpeg\"");
        files.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_script_without_scopes_is_one_lesson()
    {
        using var flat = new LessonFolder().Say("scene_01_intro", "Hello.", 24_000).Say("scene_02_rule", "Bye.", 24_000);

        (await flat.ExportAsync("Srt")).ShouldBe([flat["Lesson.srt"]]);
    }

    [Fact]
    public async Task An_export_without_segments_is_reported()
    {
        using var empty = new LessonFolder();

        (await empty.ExportAsync("Srt")).ShouldBeEmpty();
        empty.Findings.ShouldHaveSingleItem().Kind.Code.ShouldBe("FHN3056");
    }
}
