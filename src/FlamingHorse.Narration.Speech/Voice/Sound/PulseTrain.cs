using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>The voice's source: at every sample the sum of all harmonics of the fundamental up to 11 kHz, in closed form; 0 where it is unvoiced.</summary>
internal static class PulseTrain
{
    private const double LeastFrequency = 40;
    private const double HighestHarmonic = 11000;

    /// <summary>Below it the quotient of sines is its limit.</summary>
    private const double NearZero = 1e-9;

    /// <param name="f0">Hz, one a frame; frame k is centred at (k + ½) · <paramref name="hop"/> samples.</param>
    /// <param name="hop">Samples a frame.</param>
    /// <param name="sampleRate">Hz.</param>
    /// <returns><paramref name="hop"/> samples for each frame.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float[] Make(ReadOnlySpan<float> f0, int hop, int sampleRate)
    {
        var samples = new float[f0.Length * hop];
        var (harmonics, numerators, denominators) = (new double[hop], new double[hop], new double[hop]);
        var cycles = 0.0; // of the fundamental so far, through unvoiced stretches too; less whole ones
        for (var frame = 0; frame < f0.Length; frame++)
        {
            var isVoiced = false;
            for (var i = 0; i < hop; i++)
            {
                var pitch = Interpolate(f0, frame, (i + 0.5) / hop - 0.5);
                var g = Math.Max(pitch, LeastFrequency);
                cycles += g / sampleRate;
                cycles -= Math.Floor(cycles);
                var h = pitch > LeastFrequency ? Math.Floor(HighestHarmonic / g) : 0;
                isVoiced |= h > 0;
                harmonics[i] = h;
                var turns = (h + 0.5) * cycles;
                numerators[i] = 2 * Math.PI * (turns - Math.Floor(turns));
                denominators[i] = Math.PI * cycles;
            }

            if (!isVoiced)
            {
                continue;
            }

            TensorPrimitives.Sin(numerators, numerators);
            TensorPrimitives.Sin(denominators, denominators);
            var target = samples.AsSpan(frame * hop, hop);
            for (var i = 0; i < hop; i++)
            {
                var h = harmonics[i];
                var sum = Math.Abs(denominators[i]) < NearZero ? h : numerators[i] / (2 * denominators[i]) - 0.5;
                target[i] = h > 0 ? (float)sum : 0;
            }
        }

        return samples;
    }

    /// <summary>Between the centres of two frames; before the first and after the last centre it stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Interpolate(ReadOnlySpan<float> f0, int frame, double offset)
    {
        var other = offset < 0 ? frame - 1 : frame + 1;
        var here = f0[frame];
        return other < 0 || other >= f0.Length ? here : here + Math.Abs(offset) * ((double)f0[other] - here);
    }
}
