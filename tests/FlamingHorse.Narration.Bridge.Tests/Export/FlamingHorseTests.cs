using FlamingHorse.Narration.Bridge.Tests.Support;

namespace FlamingHorse.Narration.Bridge.Tests.Export;

public sealed class FlamingHorseTests : IDisposable
{
    private readonly LessonFolder _lesson = new LessonFolder()
        .Say("scene_01_intro", "Welcome to\n  this video.", 36_123)
        .Say("scene_02_rule", "A <mark name='row'/>row and a \"column\" – écoute.", 48_000, rate: 16_000);

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public async Task A_scene_finds_each_text_with_its_file_and_its_exact_length()
    {
        var files = await _lesson.ExportAsync("FlamingHorse");

        _lesson.Findings.ShouldBeEmpty();
        files.ShouldBe([Folder("scene_01_intro.mp3"), Folder("scene_02_rule.mp3"), Folder("cache.json")]);
        var reader = new FlamingHorseReader(_lesson.FlamingHorse);
        reader.Keys.ShouldBe(["scene_01_intro", "scene_02_rule"]);
        reader.Find("Welcome to this   video.").ShouldBe((Folder("scene_01_intro.mp3"), 36_123 / 24_000d));
        reader.Find("A row and a \"column\" – écoute.").ShouldBe((Folder("scene_02_rule.mp3"), 3));
        var entry = reader["scene_01_intro"];
        entry
            .EnumerateObject()
            .Select(field => field.Name)
            .ShouldBe(["narration_key", "text", "audio_file", "model_id", "ref_audio", "duration_seconds", "created_at"]);
        entry.GetProperty("model_id").GetString().ShouldBe("mlx-community/Model");
        entry.GetProperty("ref_audio").GetString().ShouldBe("voices/ref.wav");
        entry.GetProperty("created_at").GetDouble().ShouldBe(DateTimeOffset.UtcNow.ToUnixTimeSeconds(), 600);
        (await File.ReadAllTextAsync(Folder("cache.json"))).ShouldStartWith("[\n  {\n    \"narration_key\": \"scene_01_intro\",\n");
    }

    [Theory]
    [InlineData("scene_01_intro", 36_123)]
    [InlineData("scene_02_rule", 72_000)]
    public async Task An_MP3_is_mono_at_24_kHz_and_decodes_to_the_clips_own_length(string key, int samples)
    {
        await _lesson.ExportAsync("FlamingHorse");

        // 160 kbit/s is where MPEG-2 Layer III, which is MP3 at 24 kHz, ends; 192 were asked for.
        Tool.Run(
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "stream=codec_name,sample_rate,channels,bit_rate",
                "-of",
                "csv=p=0",
                Folder(key + ".mp3")
            )
            .ShouldBe("mp3,24000,1,160000");
        Tool.Run("ffmpeg", "-v", "error", "-i", Folder(key + ".mp3"), Folder(key + ".wav"));
        Tool.Samples(Folder(key + ".wav")).ShouldBe(samples);
    }

    [Fact]
    public async Task Entries_of_other_tools_are_kept_as_they_were_and_ours_are_replaced()
    {
        Directory.CreateDirectory(_lesson.FlamingHorse);
        await File.WriteAllTextAsync(Folder("ready.json"), "{}");
        const string foreign =
            "{\n    \"input_text\": \"Bonjour \\u00e9\\ud800\",\n    \"input_data\": {\"service\": \"qwen\", \"speed\": 1.0},\n    "
            + "\"final_audio\": \"x.mp3\"\n  }";
        const string other = "{\"narration_key\": \"scene_99\", \"text\": \"Elsewhere.\", \"duration_seconds\": 1.50}";
        await File.WriteAllTextAsync(
            Folder("cache.json"),
            $"[\n  {foreign},\n  {{\"narration_key\": \"scene_01_intro\", \"text\": \"Old.\", \"audio_file\": \"scene_01_intro.mp3\", "
                + $"\"duration_seconds\": 0}},\n  {other}\n]"
        );

        await _lesson.ExportAsync("FlamingHorse");

        var index = await File.ReadAllTextAsync(Folder("cache.json"));
        index.ShouldContain(foreign);
        index.ShouldContain(other);
        index.ShouldNotContain("Old.");
        var reader = new FlamingHorseReader(_lesson.FlamingHorse);
        reader.Keys.ShouldBe(["scene_01_intro", "scene_02_rule", "scene_99"]);
        reader["scene_01_intro"].GetProperty("duration_seconds").GetDouble().ShouldBe(36_123 / 24_000d);
        (await File.ReadAllTextAsync(Folder("ready.json"))).ShouldBe("{}");
    }

    [Fact]
    public async Task A_second_export_changes_nothing_and_a_new_take_changes_its_own_file_alone()
    {
        await _lesson.ExportAsync("FlamingHorse");
        var before = Snapshot();
        await _lesson.ExportAsync("FlamingHorse");
        Snapshot().ShouldBe(before);

        _lesson.Say("scene_02_rule", "A row and a \"column\" – écoute.", 40_000, rate: 16_000);
        await _lesson.ExportAsync("FlamingHorse");

        var after = Snapshot();
        after[Folder("scene_01_intro.mp3")].ShouldBe(before[Folder("scene_01_intro.mp3")]);
        after[Folder("scene_02_rule.mp3")].ShouldNotBe(before[Folder("scene_02_rule.mp3")]);
        new FlamingHorseReader(_lesson.FlamingHorse)["scene_02_rule"].GetProperty("duration_seconds").GetDouble().ShouldBe(2.5);
    }

    [Fact]
    public async Task A_file_that_another_tool_put_there_is_made_again()
    {
        await _lesson.ExportAsync("FlamingHorse");
        var good = await File.ReadAllBytesAsync(Folder("scene_01_intro.mp3"));
        await File.WriteAllTextAsync(Folder("scene_01_intro.mp3"), "another voice");

        await _lesson.ExportAsync("FlamingHorse");

        (await File.ReadAllBytesAsync(Folder("scene_01_intro.mp3"))).ShouldBe(good);
    }

    [Theory]
    [InlineData("{\"a\": 1}")]
    [InlineData("[{\"narration_key\": NaN}]")]
    [InlineData("[{\"narration_key\": \"a\"")]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    public async Task An_index_that_cannot_be_read_is_left_as_it_is(string index)
    {
        Directory.CreateDirectory(_lesson.FlamingHorse);
        await File.WriteAllTextAsync(Folder("cache.json"), index);

        (await _lesson.ExportAsync("FlamingHorse")).ShouldBeEmpty();

        _lesson.Findings.ShouldHaveSingleItem().Kind.Code.ShouldBe("FHN3054");
        (await File.ReadAllTextAsync(Folder("cache.json"))).ShouldBe(index);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{ \"narration_key\": 5, \"text\": null }")]
    [InlineData("{ \"narration_key\": \"\\ud800\", \"\\udc00\": 1 }")]
    [InlineData("{ \"created_at\": 1e999 }")]
    public async Task Whatever_else_stands_among_the_entries_is_kept(string entry)
    {
        _lesson.Say("Scenes.Intro", "One.", 24_000);
        await _lesson.ExportAsync("FlamingHorse");
        var index = await File.ReadAllTextAsync(Folder("cache.json"));
        await File.WriteAllTextAsync(Folder("cache.json"), index.Replace("[\n", $"[\n  {entry},\n", StringComparison.Ordinal));

        await _lesson.ExportAsync("FlamingHorse");

        _lesson.Findings.ShouldBeEmpty();
        (await File.ReadAllTextAsync(Folder("cache.json"))).ShouldContain(entry);
    }

    [Fact]
    public async Task An_infinite_number_is_not_written_again()
    {
        _lesson.Say("Scenes.Intro", "One.", 24_000);
        await _lesson.ExportAsync("FlamingHorse");
        var index = await File.ReadAllTextAsync(Folder("cache.json"));
        await File.WriteAllTextAsync(
            Folder("cache.json"),
            System.Text.RegularExpressions.Regex.Replace(index, "\"created_at\": [0-9.]+", "\"created_at\": 1e999")
        );

        await _lesson.ExportAsync("FlamingHorse");

        _lesson.Findings.ShouldBeEmpty();
        (await File.ReadAllTextAsync(Folder("cache.json"))).ShouldNotContain("e999");
    }

    [Theory]
    [InlineData("no-such-encoder", "FHN3052")]
    [InlineData("false", "FHN3053")]
    public async Task Without_a_working_encoder_nothing_is_indexed(string encoder, string code)
    {
        (await _lesson.ExportAsync("FlamingHorse", encoder: encoder)).ShouldBeEmpty();

        _lesson.Findings.ShouldHaveSingleItem().Kind.Code.ShouldBe(code);
        Directory.EnumerateFiles(_lesson.FlamingHorse).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_is_not_a_valid_file_name_still_has_a_file()
    {
        _lesson.Say("Übung 1", "Los.", 24_000);

        await _lesson.ExportAsync("FlamingHorse");

        var file = new FlamingHorseReader(_lesson.FlamingHorse)["Übung 1"].GetProperty("audio_file").GetString()!;
        File.Exists(Folder(file)).ShouldBeTrue();
        file.ShouldAllBe(c => c < 0x80);
    }

    private string Folder(string name) => Path.Combine(_lesson.FlamingHorse, name);

    private Dictionary<string, (string Content, DateTime Time)> Snapshot() =>
        Directory
            .EnumerateFiles(_lesson.FlamingHorse)
            .ToDictionary(file => file, file => (Convert.ToBase64String(File.ReadAllBytes(file)), File.GetLastWriteTimeUtc(file)));
}
