using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlamingHorse.Narration.Speech.Voice.Fourier;

/// <summary>
/// The Fourier transform of 1200 real points and its inverse, through 600 complex ones, for a vector's width of frames at once. Not for use
/// by two threads.
/// </summary>
internal sealed class RealTransform
{
    public const int Size = 1200;

    /// <summary>0 to 12 kHz.</summary>
    public const int Bins = Size / 2 + 1;

    private const int Half = ComplexTransform.Size;

    private static readonly Twiddle[] _twiddles = [.. Enumerable.Range(0, Half + 1).Select(k => Twiddle.Of(k, Size))];

    private readonly ComplexTransform _complex = new();

    /// <summary>
    /// Even and odd samples as real and imaginary parts, the input of <see cref="Forward"/> and output of <see cref="Inverse"/>.
    /// </summary>
    public Lanes[] Points { get; } = new Lanes[Half];

    /// <summary>Input of <see cref="Inverse"/> and output of <see cref="Forward"/>.</summary>
    public Lanes[] Spectrum { get; } = new Lanes[Bins];

    /// <summary>From <see cref="Points"/> to <see cref="Spectrum"/>, not scaled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward()
    {
        var (z, spectrum) = (Points, Spectrum);
        _complex.Run(z);
        for (var k = 0; k <= Half; k++)
        {
            var (a, b) = (z[k == Half ? 0 : k], z[k == 0 ? 0 : Half - k].Conjugate);
            spectrum[k] = (a + b - ((a - b) * _twiddles[k]).TurnedLeft) * 0.5f;
        }
    }

    /// <summary>
    /// From <see cref="Spectrum"/> to <see cref="Points"/>, scaled so that it undoes <see cref="Forward"/>. Imaginary parts of the first
    /// and last bin don't count.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Inverse()
    {
        var (z, spectrum) = (Points, Spectrum);
        spectrum[0] = new(spectrum[0].Re, Vector<float>.Zero);
        spectrum[Half] = new(spectrum[Half].Re, Vector<float>.Zero);
        for (var k = 0; k < Half; k++)
        {
            var (a, b) = (spectrum[k], spectrum[Half - k].Conjugate);
            var w = _twiddles[k];
            // The inverse is the transform of the conjugates, conjugated.
            z[k] = ((a + b + ((a - b) * new Twiddle(w.Re, -w.Im)).TurnedLeft) * (0.5f / Half)).Conjugate;
        }

        _complex.Run(z);
        for (var i = 0; i < Half; i++)
        {
            z[i] = z[i].Conjugate;
        }
    }
}
