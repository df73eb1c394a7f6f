namespace FlamingHorse.Narration;

/// <summary>What a track does where the audio of a segment is not there.</summary>
public enum NarrationMissingAudio
{
    /// <summary>There is no track: an exception names the segment.</summary>
    Throw,

    /// <summary>The segment is replaced by silence of its length, so that everything after it keeps its place.</summary>
    Silence,
}
