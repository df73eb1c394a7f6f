using System.Collections.Immutable;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>All that the failure policy remembers. Immutable.</summary>
/// <param name="BatchLimit">Most items in a batch; falls when memory runs out.</param>
/// <param name="Restarts">The build's workers so far.</param>
internal sealed record FailureState(int BatchLimit, RestartHistory Restarts)
{
    private static readonly JobHistory _noJob = new();
    private static readonly VoiceHistory _noVoice = new();

    private ImmutableDictionary<Job, JobHistory> Jobs { get; init; } = ImmutableDictionary<Job, JobHistory>.Empty;

    private ImmutableDictionary<string, VoiceHistory> Voices { get; init; } = ImmutableDictionary<string, VoiceHistory>.Empty;

    /// <summary>Requests in a row that did not fit into memory alone.</summary>
    public int UnfitInARow { get; init; }

    public JobHistory Of(Job job) => Jobs.GetValueOrDefault(job, _noJob);

    public VoiceHistory OfVoice(Job job) => Voices.GetValueOrDefault(job.Group.Voice, _noVoice);

    public FailureState With(Job job, JobHistory history) => this with { Jobs = Jobs.SetItem(job, history) };

    public FailureState WithVoice(Job job, VoiceHistory history) => this with { Voices = Voices.SetItem(job.Group.Voice, history) };
}
