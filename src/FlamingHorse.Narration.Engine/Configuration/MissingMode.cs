namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>What to do with a segment that neither lock nor cache holds.</summary>
public enum MissingMode
{
    /// <summary>Make it.</summary>
    Synthesize,

    /// <summary>Fail the build.</summary>
    Error,

    /// <summary>Predict its length, and warn.</summary>
    Estimate,
}
