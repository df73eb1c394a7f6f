namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>A filter of second order, transposed direct form II; the first denominator coefficient is 1.</summary>
internal struct Biquad(double b0, double b1, double b2, double a1, double a2)
{
    private double _z1;
    private double _z2;

    public double Next(double x)
    {
        var y = b0 * x + _z1;
        _z1 = b1 * x - a1 * y + _z2;
        _z2 = b2 * x - a2 * y;
        return y;
    }
}
