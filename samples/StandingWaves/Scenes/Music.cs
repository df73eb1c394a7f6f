using FlamingHorse.Narration;

namespace StandingWaves.Scenes;

/// <summary>What the ear makes of it.</summary>
public static partial class Music
{
    [Narration("Touch the string lightly in the middle, and all odd harmonics are silenced. What remains sounds an octave higher.")]
    public static partial NarrationSegment Octave { get; }

    [Narration("Touch it at a third of its length, and you hear the third harmonic: an octave and a fifth above.")]
    public static partial NarrationSegment Fifth { get; }

    [Narration("The same note on a violin and on a flute has the same fundamental. What differs is the mixture of harmonics.")]
    public static partial NarrationSegment Timbre { get; }

    [Narration("Air in a pipe does the same, with pressure in the place of displacement, and with ends that may be open.")]
    public static partial NarrationSegment Air { get; }

    [Narration("You can now say which tones a string can have, and why it has no others: because a whole number of half waves must fit.")]
    public static partial NarrationSegment Goal { get; }

    [Narration("In the next lesson we bend the string into a circle, and find the waves of the hydrogen atom.")]
    public static partial NarrationSegment Next { get; }
}
