namespace FlamingHorse.Narration;

/// <summary>What a track does where the audio of a segment is not there.</summary>
public enum NarrationMissingAudio
{
    /// <summary>There is no track: an exception names the segment.</summary>
    Throw,

    /// <summary>Silence as long as the segment stands in its place, so that everything after it is where it will be.</summary>
    Silence,
}
