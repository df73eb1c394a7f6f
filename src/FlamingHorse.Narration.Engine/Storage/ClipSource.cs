namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>Where a clip was found.</summary>
public enum ClipSource
{
    /// <summary>This machine's cache.</summary>
    Local,

    /// <summary>The shared store; it is in the local cache now.</summary>
    Remote,

    /// <summary>This machine's cache, which has another clip in its place: spoken again here, of the same length and word times.</summary>
    StandIn,
}
