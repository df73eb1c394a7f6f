namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>What became of the wish to make a clip.</summary>
public enum ClaimResult
{
    /// <summary>Ours to make, until it is completed or failed.</summary>
    Mine,

    /// <summary>Somebody finished it meanwhile; nothing is left to do.</summary>
    Done,

    /// <summary>Another build is making it; ask again later.</summary>
    Busy,
}
