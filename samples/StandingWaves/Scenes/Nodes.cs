using FlamingHorse.Narration;

namespace StandingWaves.Scenes;

/// <summary>Where nothing ever moves.</summary>
public static partial class Nodes
{
    [Narration("Where the sine of k x is zero, the string never moves at all. Such a point is called a node.")]
    public static partial NarrationSegment Definition { get; }

    [Narration("Half way between two nodes the motion is largest. Such a point is called an antinode.")]
    public static partial NarrationSegment Antinodes { get; }

    [Narration("Neighbouring nodes are half a wavelength apart, because the sine is zero twice in every period.")]
    public static partial NarrationSegment Distance { get; }

    [Narration("No energy passes through a node. What is between two nodes keeps its energy, and trades it between motion and tension.")]
    public static partial NarrationSegment Energy { get; }

    [Narration("Both ends of our string are held, so both ends must be nodes. That one condition decides everything that follows.")]
    public static partial NarrationSegment Ends { get; }
}
