using System.Diagnostics;
using FlamingHorse.Narration;

namespace MatrixLesson;

/// <summary>Shows the scenes as text, in time with the narration: what a renderer would do with pictures.</summary>
internal static class Player
{
    public static async Task PlayAsync(IReadOnlyList<Scene> scenes, FrameRate fps)
    {
        foreach (var scene in scenes)
        {
            Console.WriteLine($"== {scene.Name} ==");
            var clock = Stopwatch.StartNew();
            foreach (var entry in scene.Timeline.Entries)
            {
                await UntilAsync(clock, entry.Start);
                Console.WriteLine(
                    $"{clock.Elapsed:mm\\:ss\\.ff}  frame {scene.Timeline.Frames(entry, fps).First, 5}  "
                        + $"{entry.Segment.Voice}: {entry.Segment.Text}"
                );
                foreach (var cue in entry.Segment.Cues)
                {
                    await UntilAsync(clock, entry.Start + cue.At);
                    Console.WriteLine($"{clock.Elapsed:mm\\:ss\\.ff}               [{cue.Name}]");
                }
            }

            await UntilAsync(clock, scene.Timeline.Duration);
        }
    }

    private static Task UntilAsync(Stopwatch clock, TimeSpan moment) =>
        moment > clock.Elapsed ? Task.Delay(moment - clock.Elapsed) : Task.CompletedTask;
}
