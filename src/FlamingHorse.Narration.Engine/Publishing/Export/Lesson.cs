using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>Some scenes on one timeline of the runtime library: what an app would compute is what is exported.</summary>
internal sealed class Lesson
{
    private Lesson(IReadOnlyList<LessonScene> scenes, NarrationTimeline timeline) => (Scenes, Timeline) = (scenes, timeline);

    public IReadOnlyList<LessonScene> Scenes { get; }

    public NarrationTimeline Timeline { get; }

    /// <param name="scenes">In order.</param>
    /// <param name="gap">Silence between two segments.</param>
    /// <param name="audio">Absolute paths by id; segments without one keep the manifest's.</param>
    public static Lesson Of(IReadOnlyList<Scene> scenes, TimeSpan gap, IReadOnlyDictionary<string, string> audio)
    {
        var lines = scenes.SelectMany(scene => scene.Segments).ToList();
        var timeline = NarrationTimeline.Sequence(
            new() { Gap = gap },
            lines.Select(line => Segment(line, audio.GetValueOrDefault(line.Id)))
        );
        var placed = new List<LessonScene>(scenes.Count);
        var first = 0;
        foreach (var scene in scenes)
        {
            placed.Add(new(scene.Id, [.. scene.Segments.Zip(timeline.Entries.Skip(first))]));
            first += scene.Segments.Count;
        }

        return new(placed, timeline);
    }

    private static NarrationSegment Segment(ManifestSegment line, string? audio)
    {
        var segment = NarrationSegment.Create(
            line.Id,
            MarkedText.Parse(line.Text).Caption,
            line.Spoken,
            line.SampleCount,
            line.SampleRate,
            line.SpeechStart,
            line.SpeechEnd,
            line.IsEstimated,
            line.IsDraft,
            audio ?? line.AudioFile,
            line.Voice,
            line.Model,
            line.AudioHash,
            [.. line.Cues.Select(cue => new NarrationCue(cue.Name, Time(cue.Sample, line.SampleRate), cue.IsEstimated))],
            line.Words,
            line.CaptionWords
        );
        return line.Caption is { } caption ? segment.WithCaptionText(caption) : segment;
    }

    private static TimeSpan Time(long samples, int rate) =>
        TimeSpan.FromTicks((long)Math.Round((double)samples * TimeSpan.TicksPerSecond / rate));
}
