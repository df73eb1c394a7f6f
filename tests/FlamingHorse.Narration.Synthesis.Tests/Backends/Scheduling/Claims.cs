using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

/// <summary>Says who makes which clip, and remembers what it was asked.</summary>
internal sealed class Claims
{
    /// <summary>By id; whatever is not in it is this build's.</summary>
    public Dictionary<string, ClaimResult> Answers { get; } = [];

    public List<string> Asked { get; } = [];

    public ValueTask<ClaimResult> AskAsync(Job job)
    {
        Asked.Add(job.Owner.Id);
        Asked.Count.ShouldBeLessThan(100, "it asks without end");
        return new(Answers.GetValueOrDefault(job.Owner.Id, ClaimResult.Mine));
    }
}
