using System.Globalization;
using FlamingHorse.Narration.Timing;

namespace FlamingHorse.Narration;

/// <summary>Frames per second as an exact fraction: <c>new FrameRate(60)</c>, <c>new FrameRate(30000, 1001)</c>.</summary>
/// <remarks>Held in lowest terms, so that equal rates are equal. The default value is not a rate: using it throws.</remarks>
public readonly record struct FrameRate
{
    /// <summary>A whole number of frames per second.</summary>
    /// <param name="framesPerSecond">One or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public FrameRate(int framesPerSecond)
        : this(framesPerSecond, 1) { }

    /// <summary>A fraction, such as 30000/1001 for NTSC's "29.97".</summary>
    /// <param name="numerator">Frames; one or more.</param>
    /// <param name="denominator">In so many seconds; one or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public FrameRate(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numerator, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        var divisor = (int)SampleRates.Divisor(numerator, denominator);
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    /// <summary>Frames in <see cref="Denominator"/> seconds.</summary>
    public int Numerator { get; }

    /// <summary>The seconds that <see cref="Numerator"/> frames take.</summary>
    public int Denominator { get; }

    /// <summary>Frames per second, as near as a <see cref="double"/> gets.</summary>
    public double FramesPerSecond => (double)Numerator / Denominator;

    /// <summary>The frame whose beginning is nearest to a moment, halves up. The first frame is 0.</summary>
    /// <param name="time">From the start of the film; zero or more.</param>
    /// <returns>The frame's number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public int FrameAt(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return Nearest(time.Ticks, TimeSpan.TicksPerSecond);
    }

    /// <summary>When a frame begins, to the nearest tick. <see cref="FrameAt"/> leads back to the frame.</summary>
    /// <param name="frame">The frame's number; the first is 0.</param>
    /// <returns>From the start of the film.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public TimeSpan TimeOf(int frame)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frame, 0);
        var (numerator, denominator) = Checked();
        return new TimeSpan(Proportion.Nearest(frame, TimeSpan.TicksPerSecond * denominator, numerator));
    }

    /// <summary>For people: <c>60</c>, <c>30000/1001</c>.</summary>
    /// <returns>The fraction in lowest terms.</returns>
    public override string ToString() =>
        Denominator == 1
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Format(CultureInfo.InvariantCulture, "{0}/{1}", Numerator, Denominator);

    /// <summary>The frame whose border is nearest to a position.</summary>
    internal int Nearest(long position, long perSecond)
    {
        var (numerator, denominator) = Checked();
        return checked((int)Proportion.Nearest(position, numerator, perSecond * denominator));
    }

    /// <summary>How many frames it takes to cover everything before a position.</summary>
    internal int Covering(long position, int sampleRate)
    {
        var (numerator, denominator) = Checked();
        return checked((int)Proportion.Ceiling(position, numerator, (long)sampleRate * denominator));
    }

    /// <summary>The first sample on or after the next frame border; the position itself where it is such a sample.</summary>
    internal long SnapUp(long position, int sampleRate)
    {
        var (numerator, denominator) = Checked();
        var unit = (long)sampleRate * denominator;

        // A border need not fall on a sample: the first sample after one counts as on it, or snapping twice would move twice.
        var border = Proportion.Floor(position, numerator, unit);
        var sample = Proportion.Ceiling(border, unit, numerator);
        return sample >= position ? sample : Proportion.Ceiling(border + 1, unit, numerator);
    }

    private (int Numerator, int Denominator) Checked() =>
        Numerator > 0
            ? (Numerator, Denominator)
            : throw new InvalidOperationException(
                "This is not a valid frame rate: write new FrameRate(60), or a fraction such as new FrameRate(30000, 1001)."
            );
}
