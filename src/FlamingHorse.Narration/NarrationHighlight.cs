namespace FlamingHorse.Narration;

/// <summary>What of a caption is marked while it is said.</summary>
public enum NarrationHighlight
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>
    /// Each word: WebVTT gets a timestamp before it, so that a player can style <c>::cue(:past)</c> and <c>::cue(:future)</c>.
    /// </summary>
    Word,
}
