using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlamingHorse.Narration.Bridge.Tests.Support;

namespace FlamingHorse.Narration.Acceptance.Bridge;

public sealed partial class ExportTests(ExportedLesson exported) : IClassFixture<ExportedLesson>
{
    private const int Rate = 24_000;

    /// <summary>
    /// Where LAME pads a file with less than a decoder's delay, ffmpeg leaves up to these samples of silence, 2 ms, at its end.
    /// </summary>
    private const int DecodersRest = 48;

    private Machine Machine => exported.Machine;

    private LessonProject Lesson => exported.Lesson;

    [Fact]
    public void ExportNarration_alone_in_a_fresh_clone_builds_and_writes_every_format_for_the_lesson_and_its_scenes()
    {
        string[] extensions = [".srt", ".vtt", ".json", ".labels.txt", ".wav"];

        Directory
            .EnumerateFiles(exported.Exported(""), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(exported.Exported(""), file))
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                extensions
                    .SelectMany(e => new[] { $"Lesson{e}", $"scenes/Scenes.Intro{e}", $"scenes/Scenes.Outro{e}" })
                    .Order(StringComparer.Ordinal)
            );
        Directory
            .EnumerateFiles(exported.FlamingHorse)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(ExportedLesson.Lines.Select(line => line.Id + ".mp3").Append("cache.json").Order(StringComparer.Ordinal));
        exported.Build.Output.ShouldContain("20 files exported");
        File.Exists(Path.Combine(Lesson.Output(), "Lesson.dll")).ShouldBeTrue();
    }

    [Fact]
    public async Task Soxi_and_ffprobe_agree_with_every_duration()
    {
        var app = await Lesson.RunAsync();
        exported.Segments.Select(segment => segment.GetProperty("id").GetString()).ShouldBe(ExportedLesson.Lines.Select(line => line.Id));
        var at = 0L;
        foreach (var segment in exported.Segments)
        {
            var id = segment.GetProperty("id").GetString()!;
            var samples = Tool.Samples(exported.Clip(id));
            samples.ShouldBe(app[id].SampleCount);
            samples.ShouldBe(Lesson.Lock[id].SampleCount);
            Seconds(exported.Clip(id)).ShouldBe((double)samples / Rate, 1e-6);
            segment.GetProperty("startSample").GetInt64().ShouldBe(at);
            segment.GetProperty("endSample").GetInt64().ShouldBe(at + samples);
            at += samples + (long)(ExportedLesson.Gap * Rate);
        }

        var whole = at - (long)(ExportedLesson.Gap * Rate);
        Tool.Samples(exported.Exported("Lesson.wav")).ShouldBe(whole);
        Seconds(exported.Exported("Lesson.wav")).ShouldBe((double)whole / Rate, 1e-6);
        exported.Timeline.GetProperty("sampleCount").GetInt64().ShouldBe(whole);
        exported.Timeline.GetProperty("duration").GetDouble().ShouldBe((double)whole / Rate, 1e-6);
    }

    [Fact]
    public void Each_clip_lies_in_the_track_where_the_timeline_says()
    {
        foreach (var segment in exported.Segments)
        {
            var (start, count) = (
                segment.GetProperty("startSample").GetInt64(),
                segment.GetProperty("endSample").GetInt64() - segment.GetProperty("startSample").GetInt64()
            );

            Cut(exported.Exported("Lesson.wav"), start, count)
                .ShouldBe(Cut(exported.Clip(segment.GetProperty("id").GetString()!), 0, count));
        }
    }

    [Theory]
    [InlineData("Lesson")]
    [InlineData("scenes/Scenes.Intro")]
    public void Ffmpeg_finds_the_same_cues_in_both_captions_at_the_speech_of_their_segments(string part)
    {
        var srt = Tool.Captions(exported.Exported(part + ".srt"));
        srt.ShouldBe(Tool.Captions(exported.Exported(part + ".vtt")));
        AsSrt(exported.Exported(part + ".srt")).ShouldBe(AsSrt(exported.Exported(part + ".vtt")));

        var words = string.Join(' ', Words(AsSrt(exported.Exported(part + ".srt"))));
        var segments = exported
            .Segments.Where(segment =>
                part == "Lesson" || segment.GetProperty("id").GetString()!.StartsWith("Scenes.Intro.", StringComparison.Ordinal)
            )
            .ToList();
        words.ShouldBe(string.Join(' ', segments.Select(segment => segment.GetProperty("text").GetString())));
        srt.Count.ShouldBeGreaterThan(segments.Count); // a long text is several captions
        var starts = segments.Select(segment => Milliseconds(segment.GetProperty("speechStart")));
        starts.ShouldBeSubsetOf(srt.Select(caption => caption.Start));
        (srt[^1].Start + srt[^1].Length).ShouldBeInRange(
            Milliseconds(segments[^1].GetProperty("speechEnd")),
            Milliseconds(segments[^1].GetProperty("end"))
        );
    }

    [Fact]
    public void Labels_are_ranges_for_segments_and_points_for_cues()
    {
        var labels = File.ReadLines(exported.Exported("Lesson.labels.txt")).Select(line => line.Split('\t')).ToList();
        var cue = exported.Segments.ElementAt(1).GetProperty("cues").EnumerateArray().ShouldHaveSingleItem().GetProperty("at").GetDouble();

        labels
            .Select(label => label[2])
            .ShouldBe([
                .. ExportedLesson.Lines.Take(2).Select(line => $"{line.Id}: {line.Caption}"),
                "Scenes.Intro.Rule [row]",
                .. ExportedLesson.Lines.Skip(2).Select(line => $"{line.Id}: {line.Caption}"),
            ]);
        labels
            .Where(label => label[2].Contains(": ", StringComparison.Ordinal))
            .Select(label => (Number(label[0]), Number(label[1])))
            .ShouldBe(
                exported.Segments.Select(segment =>
                    (Math.Round(segment.GetProperty("start").GetDouble(), 6), Math.Round(segment.GetProperty("end").GetDouble(), 6))
                )
            );
        (Number(labels[2][0]), Number(labels[2][1])).ShouldBe((Math.Round(cue, 6), Math.Round(cue, 6)));
    }

    [Fact]
    public void A_reader_of_Flaming_Horse_finds_each_text_with_its_clip_and_what_others_wrote_stays()
    {
        var reader = new FlamingHorseReader(exported.FlamingHorse);

        reader.Keys.ShouldBe([.. ExportedLesson.Lines.Select(line => line.Id), "scene_99"]);
        foreach (var (id, caption) in ExportedLesson.Lines)
        {
            var (mp3, seconds) = reader.Find(caption);
            var samples = Lesson.Lock[id].SampleCount;
            mp3.ShouldBe(Path.Combine(exported.FlamingHorse, id + ".mp3"));
            seconds.ShouldBe((double)samples / Rate, 1e-9);
            Tool.Run("ffprobe", "-v", "error", "-show_entries", "stream=codec_name,sample_rate,channels", "-of", "csv=p=0", mp3)
                .ShouldBe("mp3,24000,1");
            var decoded = Path.Combine(Machine.Root, $"{id}.wav");
            Tool.Run("ffmpeg", "-v", "error", "-y", "-i", mp3, decoded);
            Tool.Samples(decoded).ShouldBeInRange(samples, samples + DecodersRest);
        }

        var index = File.ReadAllText(Path.Combine(exported.FlamingHorse, "cache.json"));
        index.ShouldContain(ExportedLesson.Foreign);
        index.ShouldContain(ExportedLesson.Other);
    }

    [Fact]
    public async Task The_manuals_commands_put_track_and_captions_into_a_video()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Machine.Root, "video")).FullName;
        File.Copy(exported.Exported("Lesson.wav"), Path.Combine(folder, "Lesson.wav"));
        File.Copy(exported.Exported("Lesson.srt"), Path.Combine(folder, "Lesson.srt"));
        var track = Seconds(exported.Exported("Lesson.wav"));
        Tool.Run(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc=size=160x90:rate=25",
            "-t",
            (track + 1).ToString(CultureInfo.InvariantCulture),
            Path.Combine(folder, "lesson.mp4")
        );
        var manual = await File.ReadAllTextAsync(Path.Combine(PackageFeed.Repository, "docs", "export.md"));
        var commands = Commands().Matches(manual).Select(match => match.Groups["command"].Value).ToList();
        var muxed = Path.Combine(folder, "out.mp4");

        commands.Count.ShouldBe(2);
        await Machine.BashAsync($"cd '{folder}' && {commands[0]}");
        Streams(muxed).ShouldBe(["video", "audio"]);
        Seconds(muxed).ShouldBe(track + 0.1, 0.15); // whole frames of picture and sound; the picture alone is a second longer

        File.Delete(muxed);
        await Machine.BashAsync($"cd '{folder}' && {commands[1]}");
        Streams(muxed).ShouldBe(["video", "audio", "subtitle"]);
        Picture(muxed).ShouldBe(Picture(Path.Combine(folder, "lesson.mp4")));
        Words(AsSrt(muxed)).ShouldBe(Words(AsSrt(exported.Exported("Lesson.srt"))));
    }

    [Fact]
    public async Task After_a_build_each_format_alone_writes_its_own_files_and_a_repetition_none()
    {
        string[] formats = ["Srt", "WebVtt", "Json", "AudacityLabels", "Track", "FlamingHorse"];
        var calls = formats.Select(format =>
            $"<MSBuild Projects=\"Lesson.csproj\" Targets=\"ExportNarration\" "
            + $"Properties=\"NarrationExportFormat={format};NarrationExportPath={Machine.Root}/alone/{format}\" />"
        );
        Lesson.Write("each.proj", $"<Project><Target Name=\"Each\">{string.Concat(calls)}</Target></Project>");
        var before = FolderSnapshot.Of(exported.Exported(""), exported.FlamingHorse, Lesson.LockFile);
        Machine.Shims.Clear();

        await Machine.BashAsync($"cd '{Lesson.Folder}' && dotnet msbuild each.proj -nologo -nr:false -tl:off");

        Machine.Shims.Starts.ShouldAllBe(program => program == "ffmpeg");
        foreach (var (format, extension) in formats.Zip([".srt", ".vtt", ".json", ".labels.txt", ".wav"]))
        {
            foreach (var file in new[] { "Lesson", "scenes/Scenes.Intro", "scenes/Scenes.Outro" })
            {
                (await File.ReadAllBytesAsync(Path.Combine(Machine.Root, "alone", format, file + extension))).ShouldBe(
                    await File.ReadAllBytesAsync(exported.Exported(file + extension))
                );
            }

            Directory.EnumerateFiles(Path.Combine(Machine.Root, "alone", format), "*", SearchOption.AllDirectories).Count().ShouldBe(3);
        }

        new FlamingHorseReader(Path.Combine(Machine.Root, "alone", "FlamingHorse")).Keys.ShouldBe(
            ExportedLesson.Lines.Select(line => line.Id)
        );

        Machine.Shims.Clear();
        (await Lesson.BuildAsync("-t:ExportNarration")).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        before.ChangesTo(FolderSnapshot.Of(exported.Exported(""), exported.FlamingHorse, Lesson.LockFile)).ShouldBeEmpty();
    }

    private static double Seconds(string path) =>
        Number(Tool.Run("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>As captions count them: the whole ones.</summary>
    private static int Milliseconds(JsonElement seconds) => (int)(seconds.GetDecimal() * 1000);

    private static string[] Streams(string path) =>
        Tool.Run("ffprobe", "-v", "error", "-show_entries", "stream=codec_type", "-of", "csv=p=0", path).Split('\n');

    /// <summary>Hash of the encoded frames.</summary>
    private static string Picture(string path) =>
        Tool.Run("ffmpeg", "-v", "error", "-i", path, "-map", "0:v", "-c", "copy", "-f", "md5", "-");

    /// <summary>Hash of the sound of some samples.</summary>
    private static string Cut(string path, long start, long count) =>
        Tool.Run("ffmpeg", "-v", "error", "-i", path, "-af", $"atrim=start_sample={start}:end_sample={start + count}", "-f", "md5", "-");

    /// <summary>Captions as ffmpeg understands them, written by ffmpeg.</summary>
    private static string AsSrt(string path) => Tool.Run("ffmpeg", "-v", "error", "-i", path, "-map", "0:s", "-f", "srt", "-");

    private static IEnumerable<string> Words(string srt) =>
        srt.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.All(char.IsDigit) && !line.Contains("-->", StringComparison.Ordinal));

    [GeneratedRegex(@"```sh\n(?<command>ffmpeg [^`]*)```")]
    private static partial Regex Commands();
}
