using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>One request on its way through a worker, with what befell it so far.</summary>
/// <param name="owner">What was asked for.</param>
/// <param name="spoken">What is spoken: the same, or its stand-in under another model.</param>
internal sealed class Job(SynthesisRequest owner, SynthesisRequest spoken)
{
    public SynthesisRequest Owner { get; } = owner;

    public SynthesisRequest Spoken { get; } = spoken;

    public BatchGroup Group { get; } = new(spoken.Voice.Name, spoken.Language, spoken.Voice.Sampling);

    public AttemptLog Attempts { get; } = new();

    public int Attempt => Attempts.Count + 1;

    /// <summary>Nobody else makes it; asked once.</summary>
    public bool IsClaimed { get; set; }

    /// <summary>It failed or came under suspicion in company.</summary>
    public bool IsAlone { get; set; }

    /// <summary>First of its voice.</summary>
    public bool IsCanary { get; set; }

    /// <summary>Workers that died on it.</summary>
    public int Deaths { get; set; }

    /// <summary>How often it ran out of memory alone.</summary>
    public int MemoryFaults { get; set; }

    /// <summary>Its voice was given up; whatever still comes of it is dropped.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>Its attempts that failed because the model did not stop.</summary>
    public int Runaways { get; set; }
}

/// <summary>What the items of a batch have in common.</summary>
internal sealed record BatchGroup(string Voice, string Language, Sampling Sampling);
