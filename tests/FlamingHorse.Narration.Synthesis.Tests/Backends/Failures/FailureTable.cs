using System.Globalization;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Failures;

/// <summary>
/// The failure policy in words: an event such as <c>died: a b</c> goes in, decisions such as <c>restart 0.5, alone a b</c> come out.
/// Jobs are named by their ids; those that begin with <c>guest</c> have a voice of their own, those that begin with <c>big</c> a stand-in,
/// and the one called <c>first</c> is its voice's canary.
/// </summary>
internal sealed class FailureTable
{
    private readonly Dictionary<string, Job> _jobs = [];
    private readonly FailurePolicy _policy = new("model-a", [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)]);
    private FailureState _state = new(BatchLimit: 8, new RestartHistory());

    public string Decide(string happened)
    {
        var (verb, rest) = happened.Split(": ", 2) is [var first, var second] ? (first, second) : (happened, "");
        var jobs = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Named).ToList();
        var words = verb.Split(' ');
        (_state, var decisions) = _policy.Decide(
            _state,
            words[0] switch
            {
                "needed" => new FailureEvent.WorkerNeeded(),
                "accepted" => new FailureEvent.TakeAccepted(jobs[0]),
                "refused" => new FailureEvent.TakeRefused(jobs[0], new FailedAttempt(["silence"])),
                "runaway" => new FailureEvent.TakeRefused(jobs[0], new FailedAttempt(["no end"]), IsTooLong: true),
                "text-refused" => new FailureEvent.TextRefused(jobs[0], "too odd"),
                "cancelled" => new FailureEvent.ItemCancelled(jobs[0]),
                "reference-refused" => new FailureEvent.ReferenceRefused(jobs[0], VoiceFindings.ReferenceUnreadable.At(null, "mute")),
                "memory" => new FailureEvent.MemoryExhausted(jobs, int.Parse(words[1], CultureInfo.InvariantCulture)),
                "died" => new FailureEvent.WorkerFailed("it ended") { Suspects = jobs },
                "died-after-memory" => new FailureEvent.WorkerFailed("it ended") { Suspects = jobs[1..], OutOfMemory = jobs[..1] },
                "died-before-ready" => new FailureEvent.WorkerFailed("it ended") { HasWorked = false },
                "junk-before-ready" => new FailureEvent.WorkerFailed("junk", VoiceFindings.WorkerProtocol) { HasWorked = false },
                "unusable" => new FailureEvent.BackendUnusable(VoiceFindings.NoDevice.At(null, "none")),
                "voice-left" => new FailureEvent.VoiceGivenUp(jobs, VoiceFindings.ReferenceDegenerate.At(null, "it runs on")),
                "model-left" => new FailureEvent.ModelGivenUp(jobs),
                _ => throw new ArgumentException($"No such event: {happened}", nameof(happened)),
            }
        );
        return string.Join(", ", decisions.Select(Describe));
    }

    private static string Describe(FailureDecision decision) =>
        decision switch
        {
            FailureDecision.StartWorker => "start",
            FailureDecision.RestartWorker(var wait, _) => string.Create(CultureInfo.InvariantCulture, $"restart {wait.TotalSeconds}"),
            FailureDecision.HalveBatch(var limit, _) => $"halve {limit}",
            FailureDecision.Requeue(var jobs) => $"requeue {Names(jobs)}",
            FailureDecision.RequeueAlone(var jobs) => $"alone {Names(jobs)}",
            FailureDecision.Retry(var job, var attempts) => $"retry {job.Owner.Id} #{attempts.Current}",
            FailureDecision.GiveUpSegment(var job, var finding, var attempts) =>
                $"fail {job.Owner.Id} {finding.Kind.Code}{(attempts > 0 ? $" after {attempts}" : "")}",
            FailureDecision.GiveUpVoice(var job, var finding) => $"give up voice of {job.Owner.Id} {finding.Kind.Code}",
            FailureDecision.GiveUpModel => "give up model",
            FailureDecision.UseStandIn(var job, _) => $"stand-in {job.Owner.Id}",
            FailureDecision.StopRun(var finding) => $"stop {finding.Kind.Code}",
            _ => throw new ArgumentException($"No words for {decision}", nameof(decision)),
        };

    private static string Names(IEnumerable<Job> jobs) => string.Join(" ", jobs.Select(job => job.Owner.Id));

    private Job Named(string id)
    {
        if (!_jobs.TryGetValue(id, out var job))
        {
            var voice = Requests.Voice(
                "worker",
                model: "model-a",
                name: id.StartsWith("guest", StringComparison.Ordinal) ? "guest" : "narrator"
            );
            var request = Requests.For(id, id, voice with { ReferenceAudioHash = new string('a', 64) });
            var standIn = request with { Key = new ActionKey(new string('b', 64)), Voice = voice with { Model = "small" } };
            request = request with { StandIn = id.StartsWith("big", StringComparison.Ordinal) ? standIn : null };
            _jobs[id] = job = new Job(request, request) { IsCanary = id == "first" };
        }

        return job;
    }
}
