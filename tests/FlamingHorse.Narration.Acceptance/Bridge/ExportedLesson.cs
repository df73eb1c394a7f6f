using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Bridge;

/// <summary>
/// A lesson of two scenes that nothing but <c>ExportNarration</c>, named alone on a project without an obj folder, has built and exported.
/// </summary>
public sealed class ExportedLesson : IAsyncLifetime
{
    public const double Gap = 0.4;

    /// <summary>What other tools left in Flaming Horse's index.</summary>
    public const string Foreign = "{\"input_text\": \"Bonjour \\u00e9\", \"input_data\": {\"speed\": 1.0}, \"final_audio\": \"x.mp3\"}";

    /// <summary>The same, in the form that is ours too.</summary>
    public const string Other =
        "{\"narration_key\": \"scene_99\", \"text\": \"Elsewhere.\", \"audio_file\": \"scene_99.mp3\", \"duration_seconds\": 1.50}";

    public Machine Machine { get; private set; } = null!;

    public LessonProject Lesson { get; private set; } = null!;

    public BuildResult Build { get; private set; } = null!;

    /// <summary>In the order of the lesson.</summary>
    public static IReadOnlyList<(string Id, string Caption)> Lines =>
        [
            ("Scenes.Intro.Welcome", "Welcome to the lesson."),
            (
                "Scenes.Intro.Rule",
                "Each entry sums the products of a row of the first matrix and a column of the second, and nothing else is to be known "
                    + "of it."
            ),
            ("Scenes.Outro.Why", "Why is that \"so\"?"),
            ("Scenes.Outro.Goodbye", "Goodbye, and come again."),
        ];

    public string FlamingHorse => Lesson.At("media/voiceovers/qwen");

    /// <summary>The exported timeline.</summary>
    public JsonElement Timeline { get; private set; }

    public IEnumerable<JsonElement> Segments =>
        Timeline.GetProperty("scenes").EnumerateArray().SelectMany(scene => scene.GetProperty("segments").EnumerateArray());

    public string Exported(string file) => Path.Combine(Lesson.Output(), "narration-export", file);

    public string Clip(string id) => Path.Combine(Lesson.Output(), "narration", "Lesson", id + ".wav");

    public async ValueTask InitializeAsync()
    {
        Machine = new(await PackageFeed.Current);

        // Each start of an encoder is written down.
        Machine.Shims.Write(Path.Combine(Machine.Shims.Folder, "ffmpeg"), "ffmpeg", $"exec '{ToolFolder.Find("ffmpeg")}' \"$@\"");
        Lesson = Machine
            .NewProject()
            .Set("NarrationExportFormat", "Srt;WebVtt;Json;AudacityLabels;Track;FlamingHorse")
            .Set("NarrationExportGap", "0.4")
            .Scene(
                "Intro",
                ("Welcome", Lines[0].Caption),
                ("Rule", Lines[1].Caption.Replace("row", "<mark name='row'/>row", StringComparison.Ordinal))
            )
            .Scene("Outro", ("Why", Lines[2].Caption.Replace("\"", "\\\"", StringComparison.Ordinal)), ("Goodbye", Lines[3].Caption));
        Lesson.Write("media/voiceovers/qwen/cache.json", $"[{Foreign}, {Other}]");
        Build = await Lesson.BuildAsync("-t:ExportNarration");
        Build.ShouldSucceedWithoutWarnings();
        using var timeline = JsonDocument.Parse(await File.ReadAllBytesAsync(Exported("Lesson.json")));
        Timeline = timeline.RootElement.Clone();
    }

    public ValueTask DisposeAsync()
    {
        Machine.Dispose();
        return ValueTask.CompletedTask;
    }
}
