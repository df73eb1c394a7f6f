using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>The findings for each kind of failure.</summary>
internal static class FailureFindings
{
    public static Finding WorkerFailed(FailureEvent.WorkerFailed failed, int starts) =>
        (failed.Kind ?? VoiceFindings.WorkerFailed).At(
            null,
            $"The worker failed: {failed.Why}. It was started {(starts == 1 ? "once" : $"{starts} times")}. "
                + "Run 'dotnet build -t:PrepareNarration' for a diagnosis; finished segments are kept."
        );

    public static Finding Restarted(FailureEvent.WorkerFailed failed) =>
        VoiceFindings.WorkerRestarted.At(null, $"The worker failed: {failed.Why}. Its unfinished work is repeated.");

    public static Finding TextKillsWorker(Job job, int deaths, string why) =>
        VoiceFindings.TextKillsWorker.At(
            job.Owner.Place,
            $"The worker died {deaths} times on '{job.Owner.Id}': {why}. "
                + "Reword the text, or write SpokenAs; the other segments are unaffected."
        );

    public static Finding TextRefused(Job job, string reason) =>
        VoiceFindings.TextRefused.At(job.Owner.Place, $"The worker refuses '{job.Owner.Id}': {reason}".Trim());

    public static Finding ReferenceDegenerate(Job job, FailedAttempt attempt) =>
        VoiceFindings.ReferenceDegenerate.At(
            null,
            $"With the reference of voice '{job.Group.Voice}' the model does not stop ({string.Join(", ", attempt.Problems)}). "
                + "The transcript must contain every word of the recording and nothing else; 3–30 s work best. "
                + "'dotnet build -t:PrepareNarration' checks both."
        );

    public static Finding OutOfMemory(int size, int limit) =>
        VoiceFindings.WorkerRestarted.At(
            null,
            $"The worker ran out of memory with {size} segments at once; it is started again with at most {limit}."
        );

    public static Finding OtherModelUsed(Job job, string model, string standIn) =>
        VoiceFindings.OtherModelUsed.At(
            job.Owner.Place,
            $"'{job.Owner.Id}' does not fit into memory with {model}; it is spoken by {standIn}."
        );

    public static Finding DoesNotFit(Job job, string model) =>
        VoiceFindings.OutOfMemory.At(
            job.Owner.Place,
            $"'{job.Owner.Id}' does not fit into memory with {model}, even alone and with a fresh worker. "
                + "Split the segment, choose a smaller model (NarrationQuality=Draft, NarrationModel), raise NarrationMemoryLimit, "
                + "or name a NarrationOutOfMemoryModel."
        );
}
