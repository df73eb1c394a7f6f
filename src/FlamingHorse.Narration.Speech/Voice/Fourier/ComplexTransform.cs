namespace FlamingHorse.Narration.Speech.Voice.Fourier;

/// <summary>
/// The discrete Fourier transform of 600 = 5·5·4·3·2 complex points, not scaled, for a vector's width of frames at once (Stockham's
/// self-sorting form).
/// </summary>
internal sealed class ComplexTransform
{
    public const int Size = 600;

    private delegate void Pass(ReadOnlySpan<Lanes> source, Span<Lanes> target, Twiddle[] twiddles, int stride);

    private static readonly (int Radix, Pass Run)[] _radices =
    [
        (5, Butterflies.Five),
        (5, Butterflies.Five),
        (4, Butterflies.Four),
        (3, Butterflies.Three),
        (2, Butterflies.Two),
    ];

    private static readonly (Pass Run, Twiddle[] Twiddles, int Stride)[] _passes = Plan();

    private readonly Lanes[] _other = new Lanes[Size];

    /// <summary>Transforms in place.</summary>
    /// <param name="points"><see cref="Size"/> of them; lost and filled with the result.</param>
    public void Run(Lanes[] points)
    {
        var (source, target) = (points, _other);
        foreach (var (run, twiddles, stride) in _passes)
        {
            run(source, target, twiddles, stride);
            (source, target) = (target, source);
        }

        if (source != points)
        {
            source.CopyTo(points, 0);
        }
    }

    private static (Pass, Twiddle[], int)[] Plan()
    {
        var passes = new (Pass, Twiddle[], int)[_radices.Length];
        var (length, stride) = (Size, 1);
        for (var i = 0; i < passes.Length; i++)
        {
            var (radix, run) = _radices[i];
            var groups = length / radix;
            var twiddles = new Twiddle[groups * (radix - 1)];
            for (var p = 0; p < groups; p++)
            {
                for (var k = 1; k < radix; k++)
                {
                    twiddles[p * (radix - 1) + k - 1] = Twiddle.Of(k * p, length);
                }
            }

            passes[i] = (run, twiddles, stride);
            (length, stride) = (groups, stride * radix);
        }

        return passes;
    }
}
