using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlamingHorse.Narration.Speech.Voice.Fourier;

/// <summary>
/// One complex number of as many transforms as the processor's vectors have floats: frames lie side by side, so a butterfly needs no
/// shuffles. A frame's bits don't depend on its lane, nor on the width of the vectors.
/// </summary>
internal readonly struct Lanes(Vector<float> re, Vector<float> im)
{
    public readonly Vector<float> Re = re;
    public readonly Vector<float> Im = im;

    public Lanes Conjugate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Re, -Im);
    }

    /// <summary>Times the imaginary unit.</summary>
    public Lanes TurnedLeft
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(-Im, Re);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator +(Lanes a, Lanes b) => new(a.Re + b.Re, a.Im + b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes a, Lanes b) => new(a.Re - b.Re, a.Im - b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator *(Lanes a, float b) => new(a.Re * b, a.Im * b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator *(Lanes a, Twiddle b) => new(a.Re * b.Re - a.Im * b.Im, a.Re * b.Im + a.Im * b.Re);
}
