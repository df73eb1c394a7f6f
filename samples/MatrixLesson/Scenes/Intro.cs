using FlamingHorse.Narration;

namespace MatrixLesson.Scenes;

/// <summary>Why anybody would multiply two tables of numbers.</summary>
public static partial class Intro
{
    /// <summary>Title card.</summary>
    [Narration("Welcome to this video on matrix multiplication.")]
    public static partial NarrationSegment Welcome { get; }

    [Narration("A matrix is a rectangular table of numbers, and every matrix describes a linear map.")]
    public static partial NarrationSegment Definition { get; }

    [Narration("Multiplying two matrices means doing one map after the other.")]
    public static partial NarrationSegment Meaning { get; }

    [Narration("But why does the rule for the entries look so complicated?", Voice = "guest")]
    public static partial NarrationSegment Doubt { get; }
}
