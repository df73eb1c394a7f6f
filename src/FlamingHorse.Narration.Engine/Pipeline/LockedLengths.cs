using System.Globalization;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Reports lengths in the lock that are not those of the audio, such as one that was edited by hand.</summary>
internal static class LockedLengths
{
    /// <summary>FHN3018 at the line of each that the run corrects; FHN3019 in a locked build, which corrects nothing.</summary>
    public static IEnumerable<Finding> Check(RunContext context, RunPlan plan, IReadOnlyList<SegmentTake?> takes)
    {
        for (var index = 0; index < takes.Count; index++)
        {
            if (
                takes[index]?.Take is { } take
                && plan.Segments[index].Locked is { } said
                && (take.SampleCount != said.SampleCount || take.SampleRate != said.SampleRate)
            )
            {
                yield return Describe(context, plan, plan.Segments[index], said, take);
            }
        }
    }

    private static Finding Describe(RunContext context, RunPlan plan, PlannedSegment segment, LockedSegment said, LockedSegment take)
    {
        var path = plan.Lock.Path;
        var place = new SourcePlace(path, LockFile.FindLine(path, segment.Id), 1);
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path)} says that '{segment.Id}' has {said.SampleCount} samples at {said.SampleRate} Hz; its audio has "
                + $"{take.SampleCount} at {take.SampleRate} Hz."
        );
        return context.Settings.LockedMode
            ? StoreFindings.LengthWrong.At(
                place,
                $"{what} Restore the file from source control, or build without NarrationLockedMode, which corrects the line, and "
                    + $"commit it."
            )
            : StoreFindings.LengthCorrected.At(place, $"{what} The line is corrected.");
    }
}
