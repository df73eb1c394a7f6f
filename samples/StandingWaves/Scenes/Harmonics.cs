using FlamingHorse.Narration;

namespace StandingWaves.Scenes;

/// <summary>Which waves fit.</summary>
public static partial class Harmonics
{
    [Narration("A whole number of half wavelengths must fit between the ends: one, or two, or three, but never two and a half.")]
    public static partial NarrationSegment Condition { get; }

    [Narration(@"The wavelengths that fit are $\lambda_n = \frac{2L}{n}$.")]
    public static partial NarrationSegment Wavelengths { get; }

    [Narration(@"And their frequencies are $f_n = \frac{nv}{2L}$.")]
    public static partial NarrationSegment Frequencies { get; }

    [Narration("The lowest of them is called the fundamental. All the others are whole multiples of it, and are called harmonics.")]
    public static partial NarrationSegment Fundamental { get; }

    [Narration(
        "Take a string of sixty-five centimetres, on which waves run at one hundred and forty-three metres a second. "
            + "Its fundamental is one hundred and ten hertz."
    )]
    public static partial NarrationSegment Example { get; }

    [Narration("A plucked string moves in many harmonics at once. Which ones, and how much of each, depends on where you pluck it.")]
    public static partial NarrationSegment Sum { get; }
}
