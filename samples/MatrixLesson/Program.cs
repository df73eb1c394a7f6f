using FlamingHorse.Narration;
using MatrixLesson;
using MatrixLesson.Scenes;
using Narration = MatrixLesson.Narration;

var fps = new FrameRate(60);
var options = new NarrationTimelineOptions
{
    LeadIn = TimeSpan.FromSeconds(0.5),
    Gap = TimeSpan.FromSeconds(0.4),
    LeadOut = TimeSpan.FromSeconds(1),
    SnapTo = fps,
};
var scenes = new Scene[]
{
    new("Intro", NarrationTimeline.Sequence(options, [.. Intro.NarrationSegments])),
    new("Product", NarrationTimeline.Sequence(options, [.. Product.NarrationSegments])),
    new(
        "Outro",
        NarrationTimeline.Sequence(options, Narration.Outro.Question, Narration.Outro.Answer, Narration.Outro.Goal, Narration.Outro.Next)
    ),
};
var lesson = NarrationTimeline.Sequence(options, [.. scenes.SelectMany(s => s.Timeline.Entries).Select(e => e.Segment)]);

if (args.Contains("--play"))
{
    await Player.PlayAsync(scenes, fps);
    return;
}

SceneTable.Print(scenes, fps, Console.Out);
Console.WriteLine();
foreach (var segment in NarrationCatalog.All)
{
    Console.WriteLine($"{segment.Id}\t{segment.SampleCount}\t{segment.SampleRate}\t{segment.AudioFile ?? "(estimated)"}");
}

var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "lesson"));
File.WriteAllText(Path.Combine(folder.FullName, "lesson.srt"), lesson.ToSrt());
File.WriteAllText(Path.Combine(folder.FullName, "lesson.vtt"), lesson.ToWebVtt());
Console.WriteLine($"\nCaptions: {Path.Combine(folder.FullName, "lesson.srt")} and .vtt");
var missing = lesson.Entries.Count(e => e.Segment.AudioFile is null || !File.Exists(e.Segment.GetFullPath()));
if (missing > 0)
{
    Console.WriteLine($"No track: {missing} of {lesson.Entries.Count} segments have no audio on this machine.");
    return;
}

using (var track = File.Create(Path.Combine(folder.FullName, "lesson.wav")))
{
    lesson.WriteWav(track);
}

Console.WriteLine($"Track:    {Path.Combine(folder.FullName, "lesson.wav")} ({lesson.Duration.TotalSeconds:F2} s)");
