using FlamingHorse.Narration;
using StandingWaves.Scenes;

var fps = new FrameRate(60);
var options = new NarrationTimelineOptions
{
    LeadIn = TimeSpan.FromSeconds(0.5),
    Gap = TimeSpan.FromSeconds(0.6),
    LeadOut = TimeSpan.FromSeconds(1.5),
    SnapTo = fps,
};
(string Name, NarrationSegment[] Segments)[] scenes =
[
    ("A string", [.. OnAString.NarrationSegments]),
    ("Two waves", [.. TwoWaves.NarrationSegments]),
    ("Nodes", [.. Nodes.NarrationSegments]),
    ("Harmonics", [.. Harmonics.NarrationSegments]),
    ("Music", [.. Music.NarrationSegments]),
];

foreach (var (name, segments) in scenes)
{
    var scene = NarrationTimeline.Sequence(options, segments);
    Console.WriteLine($"\n{name}: {scene.Duration.TotalSeconds:F1} s");
    foreach (var entry in scene.Entries)
    {
        Console.WriteLine(
            $"  {entry.Start.TotalSeconds, 7:F2} s {(entry.Segment.IsEstimated ? "≈" : " ")}"
                + $"{entry.Segment.Duration.TotalSeconds, 6:F2} s  {entry.Segment.Text}"
        );
    }
}

var lesson = NarrationTimeline.Sequence(options, [.. scenes.SelectMany(s => s.Segments)]);
var captions = Path.Combine(AppContext.BaseDirectory, "standing-waves.srt");
File.WriteAllText(captions, lesson.ToSrt());
Console.WriteLine($"\n{lesson.Entries.Count} segments, {lesson.Duration:m\\:ss}; captions in {captions}");
