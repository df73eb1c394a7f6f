namespace FlamingHorse.Narration.Speech.Voice.Fourier;

/// <summary>A root of unity, e^(−2πi·n/N).</summary>
internal readonly record struct Twiddle(float Re, float Im)
{
    public static Twiddle Of(int n, int size)
    {
        var (sin, cos) = Math.SinCos(-2 * Math.PI * (n % size) / size);
        return new((float)cos, (float)sin);
    }
}
