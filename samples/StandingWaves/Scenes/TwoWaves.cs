using FlamingHorse.Narration;

namespace StandingWaves.Scenes;

/// <summary>A wave and its own reflection.</summary>
public static partial class TwoWaves
{
    [Narration("Two waves that meet do not collide. They add: at every point, the displacement is the sum of both displacements.")]
    public static partial NarrationSegment Superposition { get; }

    [Narration(@"The displacement is $y = A\sin(kx-\omega t) + A\sin(kx+\omega t)$.")]
    public static partial NarrationSegment Formula { get; }

    [Narration("The sum of two sines is twice the sine of the mean, times the cosine of half the difference.")]
    public static partial NarrationSegment Identity { get; }

    [Narration(@"So the displacement is $y = 2A\sin(kx)\cos(\omega t)$.")]
    public static partial NarrationSegment Product { get; }

    [Narration(
        "Look at what happened: <mark name='space'/>space is in one factor, and <mark name='time'/>time is in the other. "
            + "Nothing runs any more."
    )]
    public static partial NarrationSegment Reading { get; }
}
