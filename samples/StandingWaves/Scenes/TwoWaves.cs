using FlamingHorse.Narration;

namespace StandingWaves.Scenes;

/// <summary>A wave and its own reflection.</summary>
public static partial class TwoWaves
{
    [Narration("Two waves that meet do not collide. They add: at every point, the displacement is the sum of both displacements.")]
    public static partial NarrationSegment Superposition { get; }

    [Narration(
        "y = A sin(kx − ωt) + A sin(kx + ωt)",
        SpokenAs = "The displacement is A times the sine of k x minus omega t, plus A times the sine of k x plus omega t."
    )]
    public static partial NarrationSegment Formula { get; }

    [Narration("The sum of two sines is twice the sine of the mean, times the cosine of half the difference.")]
    public static partial NarrationSegment Identity { get; }

    [Narration("y = 2A sin(kx) cos(ωt)", SpokenAs = "So the displacement is two A, times the sine of k x, times the cosine of omega t.")]
    public static partial NarrationSegment Product { get; }

    [Narration(
        "Look at what happened: <mark name='space'/>space is in one factor, and <mark name='time'/>time is in the other. Nothing runs any more."
    )]
    public static partial NarrationSegment Reading { get; }
}
