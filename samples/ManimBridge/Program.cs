using FlamingHorse.Narration;
using static ManimBridge.Narration;

// The same durations that the MP3 files in media/voiceovers/qwen have, known to the compiler.
var lesson = NarrationTimeline.Sequence(
    new() { Gap = TimeSpan.FromSeconds(0.4), SnapTo = new FrameRate(60) },
    Scene01Intro,
    Scene01Ends,
    Scene02Sum,
    Scene02Nodes,
    Scene03Outro
);

foreach (var entry in lesson.Entries)
{
    var frames = lesson.Frames(entry, new FrameRate(60));
    Console.WriteLine($"{entry.Start.TotalSeconds, 7:0.000} s  {frames.First, 5} +{frames.Count, 4}  {entry.Segment.Id}");
}

var nodes = lesson[Scene02Nodes];
Console.WriteLine(
    $"The nodes light up at {nodes.At("nodes").At.TotalSeconds:0.000} s; the lesson lasts {lesson.Duration.TotalSeconds:0.000} s."
);
