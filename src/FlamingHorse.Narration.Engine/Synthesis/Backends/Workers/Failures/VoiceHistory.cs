using System.Collections.Immutable;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>
/// Tells a reference that makes the model degenerate, which no new seed helps, from a single clip that does not end: it is the reference
/// when three of the voice's first eight clips do not end, or its first clip does not at any attempt and no clip of that voice passed.
/// </summary>
internal sealed record VoiceHistory
{
    private const int FirstClips = 8;
    private const int MostRunaways = 3;

    private ImmutableHashSet<Job> First { get; init; } = [];

    /// <summary>Of the first clips. One text that never ends is one clip, however often it is tried.</summary>
    private int Runaways { get; init; }

    private bool HasPassed { get; init; }

    /// <summary>With one more clip.</summary>
    /// <param name="job">What was spoken.</param>
    /// <param name="hasPassed">It passed the gate.</param>
    /// <param name="isTooLong">The model did not stop.</param>
    /// <param name="earlier">The job's runaways before this one.</param>
    public VoiceHistory With(Job job, bool hasPassed, bool isTooLong, int earlier)
    {
        var first = First.Count < FirstClips ? First.Add(job) : First;
        return this with
        {
            First = first,
            HasPassed = HasPassed || hasPassed,
            Runaways = Runaways + (isTooLong && first.Contains(job) && earlier == 0 ? 1 : 0),
        };
    }

    /// <param name="job">The voice's last clip.</param>
    /// <param name="runaways">Its attempts that did not stop, this one included.</param>
    public bool IsDegenerate(Job job, int runaways) =>
        Runaways >= MostRunaways || (job.IsCanary && runaways >= AttemptLog.Most && !HasPassed);
}
