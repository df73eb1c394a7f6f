namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>The answer to a claim on a key.</summary>
public enum ClaimResult
{
    /// <summary>This build makes the clip, until it is completed or failed.</summary>
    Mine,

    /// <summary>Another build has finished it; there is nothing to do.</summary>
    Done,

    /// <summary>Another build is making it; ask again later.</summary>
    Busy,
}
