using FlamingHorse.Narration;

namespace StandingWaves.Scenes;

/// <summary>Where it begins: a string with both ends held.</summary>
public static partial class OnAString
{
    [Narration(
        "Pluck the string of a guitar, and it does something that looks almost too simple: it moves up and down, and stays where it is."
    )]
    public static partial NarrationSegment Welcome { get; }

    [Narration("But a disturbance on a string does not stay where it is. It runs along the string, as fast as tension and weight allow.")]
    public static partial NarrationSegment Puzzle { get; }

    [Narration("So how can a thing that is made of running waves stand still? That is the question of this lesson.")]
    public static partial NarrationSegment Question { get; }

    [Narration(
        "The speed is the square root of the tension divided by the mass per length: "
            + "tighter strings are faster, heavier strings are slower."
    )]
    public static partial NarrationSegment Speed { get; }

    [Narration("When a wave reaches the end that is held, it cannot move the end. So it comes back, upside down.")]
    public static partial NarrationSegment Ends { get; }
}
