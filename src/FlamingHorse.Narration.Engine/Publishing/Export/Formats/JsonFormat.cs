using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Publishing.Export.Formats;

/// <summary>The timeline for other programs. Samples are exact; seconds follow from them, to the microsecond.</summary>
internal sealed class JsonFormat : IExportFormat
{
    private const int Schema = 1;

    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => "Json";

    public string Files => "`.json`";

    public string Documentation => "scenes, segments, cues and words with samples and seconds";

    public Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation) =>
        LessonFiles.WriteAsync(request, ".json", lesson => Write(request.Project, lesson));

    private static byte[] Write(string project, Lesson lesson)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, _options))
        {
            var timeline = lesson.Timeline;
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteString("project", project);
            json.WriteNumber("sampleRate", timeline.SampleRate);
            json.WriteNumber("sampleCount", timeline.SampleCount);
            Seconds(json, "duration", timeline.Duration);
            json.WriteBoolean("isEstimated", timeline.IsEstimated);
            json.WriteStartArray("scenes");
            foreach (var scene in lesson.Scenes)
            {
                Write(json, scene);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. output.WrittenSpan, (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, LessonScene scene)
    {
        json.WriteStartObject();
        json.WriteString("id", scene.Id);
        Seconds(json, "start", scene.Segments[0].Entry.Start);
        Seconds(json, "end", scene.Segments[^1].Entry.End);
        json.WriteStartArray("segments");
        foreach (var (line, entry) in scene.Segments)
        {
            Write(json, line, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ManifestSegment line, NarrationEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", line.Id);
        json.WriteString("text", entry.Segment.Text);
        json.WriteString("captionText", entry.Segment.CaptionText);
        json.WriteString("spokenText", line.Spoken);
        json.WriteString("voice", line.Voice);
        json.WriteString("model", line.Model);
        json.WriteNumber("startSample", entry.StartSample);
        json.WriteNumber("endSample", entry.EndSample);
        Seconds(json, "start", entry.Start);
        Seconds(json, "end", entry.End);
        Seconds(json, "speechStart", entry.SpeechStart);
        Seconds(json, "speechEnd", entry.SpeechEnd);
        json.WriteBoolean("isEstimated", line.IsEstimated);
        json.WriteBoolean("isDraft", line.IsDraft);
        json.WriteString("audioFile", line.AudioFile);
        json.WriteString("audioHash", line.AudioHash);
        json.WriteStartArray("cues");
        foreach (var cue in entry.Cues)
        {
            json.WriteStartObject();
            json.WriteString("name", cue.Name);
            Seconds(json, "at", cue.At);
            json.WriteBoolean("isEstimated", cue.IsEstimated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("words");
        foreach (var word in entry.Segment.Words)
        {
            json.WriteStartObject();
            json.WriteString("text", word.Text);
            Seconds(json, "start", entry.Start + word.Start);
            Seconds(json, "end", entry.Start + word.End);
            json.WriteBoolean("isEstimated", word.IsEstimated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Seconds(Utf8JsonWriter json, string name, TimeSpan time) =>
        json.WriteNumber(name, Math.Round((decimal)time.Ticks / TimeSpan.TicksPerSecond, 6));
}
