using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Speech.Voice.Fourier;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>
/// Complex Gaussian noise of unit variance a component, the same for a seed on every machine and in every version. It never changes; a test
/// holds its values.
/// <para>
/// With mix(z) the finalizer of SplitMix64 (z ^= z >> 30; z *= 0xBF58476D1CE4E5B9; z ^= z >> 27; z *= 0x94D049BB133111EB; z ^= z >> 31) and
/// g = 0x9E3779B97F4A7C15, all modulo 2^64: the draw for frame f of the clip (counted on over its pieces) and bin k is
/// x = mix(mix(seed + g) + g·(601·f + k + 1)). Bits 52–63 of x are an angle index a, bits 40–51 a radius index b; the value is
/// √(−2·ln((b + ½) / 4096)) · e^(2πi·(a + ½) / 4096), each factor rounded to float before they are multiplied: Box and Muller's method on
/// midpoints.
/// </para>
/// </summary>
internal sealed class NoiseGenerator(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const int Steps = 4096;

    private static readonly float[] _radii = Table(i => Math.Sqrt(-2 * Math.Log((i + 0.5) / Steps)));
    private static readonly float[] _cosines = Table(i => Math.Cos(2 * Math.PI * (i + 0.5) / Steps));
    private static readonly float[] _sines = Table(i => Math.Sin(2 * Math.PI * (i + 0.5) / Steps));

    private readonly ulong _start = Mix(unchecked(seed + Golden));

    /// <summary>The noise of a block of frames, one row of <paramref name="width"/> frames a bin.</summary>
    /// <param name="firstFrame">Of the clip.</param>
    /// <param name="width">Frames.</param>
    /// <param name="re">601 rows.</param>
    /// <param name="im">601 rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(long firstFrame, int width, Span<float> re, Span<float> im)
    {
        unchecked
        {
            var (radii, cosines, sines) = (_radii, _cosines, _sines);
            Span<ulong> starts = stackalloc ulong[width];
            for (var frame = 0; frame < width; frame++)
            {
                starts[frame] = _start + Golden * ((ulong)(firstFrame + frame) * RealTransform.Bins + 1);
            }

            // Row by row, so that what is written stays in one place and the tables in the cache.
            for (var (i, bin) = (0, 0UL); i < re.Length; bin += Golden)
            {
                foreach (var start in starts)
                {
                    var x = Mix(start + bin);
                    var angle = (int)(x >> 52);
                    var radius = radii[(int)(x >> 40) & (Steps - 1)];
                    re[i] = radius * cosines[angle];
                    im[i] = radius * sines[angle];
                    i++;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    private static float[] Table(Func<int, double> value) => [.. Enumerable.Range(0, Steps).Select(i => (float)value(i))];
}
