namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

/// <summary>One request on its way through a worker.</summary>
/// <param name="owner">What was asked for.</param>
/// <param name="spoken">What is spoken: the same, or its stand-in under another model.</param>
internal sealed class Job(SynthesisRequest owner, SynthesisRequest spoken)
{
    public SynthesisRequest Owner { get; } = owner;

    public SynthesisRequest Spoken { get; } = spoken;

    public BatchGroup Group { get; } = new(spoken.Voice.Name, spoken.Language, spoken.Voice.Sampling, spoken.Seed);

    /// <summary>Attempts that were refused; the next one's seed follows from their number.</summary>
    public AttemptLog Attempts { get; set; } = AttemptLog.Empty;

    /// <summary>Whether this build has claimed it; asked once.</summary>
    public bool IsClaimed { get; set; }

    /// <summary>It failed in a batch, or was in one that failed, and is now sent alone.</summary>
    public bool IsAlone { get; set; }

    /// <summary>First of its voice.</summary>
    public bool IsCanary { get; set; }

    /// <summary>It was given up: whatever still comes of it is dropped.</summary>
    public bool IsGivenUp { get; set; }
}
