using System.Globalization;
using FlamingHorse.Narration;

namespace MatrixLesson;

/// <summary>What an animator needs to know: where each segment starts, how long it lasts, and in frames.</summary>
internal static class SceneTable
{
    public static void Print(IReadOnlyList<Scene> scenes, FrameRate fps, TextWriter output)
    {
        output.WriteLine($"{"segment", -28}{"start", 9}{"duration", 10}{"frame", 8}{"count", 7}  cues");
        foreach (var scene in scenes)
        {
            output.WriteLine(Line($"{scene.Name} ({scene.Timeline.Duration.TotalSeconds:F2} s)"));
            foreach (var entry in scene.Timeline.Entries)
            {
                var frames = scene.Timeline.Frames(entry, fps);
                var cues = string.Join(
                    ", ",
                    entry.Segment.Cues.Select(c => Line($"{c.Name} {c.At.TotalSeconds:F2} s{(c.IsEstimated ? " (est.)" : "")}"))
                );
                var span = Line($"{entry.Start.TotalSeconds, 9:F3}{entry.Segment.Duration.TotalSeconds, 10:F3}");
                output.WriteLine(Line($"  {entry.Segment.Id, -26}{span}{frames.First, 8}{frames.Count, 7}  {cues}"));
            }
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
