namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>What became of a segment in this run.</summary>
internal enum TakeSource
{
    /// <summary>The lock's take, and its audio was on this machine.</summary>
    UpToDate,

    /// <summary>A take from this machine's cache, or one that another build finished in the meantime.</summary>
    LocalCache,

    /// <summary>Its audio came from the shared store.</summary>
    RemoteCache,

    /// <summary>Made now.</summary>
    Synthesized,

    /// <summary>The lock's take, in whose place a clip serves that was spoken again on this machine.</summary>
    StandIn,

    /// <summary>The lock's take, whose audio no store within reach has.</summary>
    AudioMissing,

    /// <summary>No take; its length is a prediction.</summary>
    Estimated,

    /// <summary>No take, and an error says why; or the take that was to be replaced.</summary>
    Failed,

    /// <summary>Left to another shard.</summary>
    OtherShard,
}
