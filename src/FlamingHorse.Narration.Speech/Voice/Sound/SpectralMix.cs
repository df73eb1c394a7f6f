using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlamingHorse.Narration.Speech.Voice.Fourier;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>
/// S = exp(min(lh, 7)) · e^(iπ·tanh theta) · E + exp(min(ln, 7)) · Z + exp(min(lr, 7)) · e^(i·phi), for a vector's width of frames at once.
/// </summary>
internal sealed class SpectralMix
{
    private const float MostLevel = 7;

    private readonly float[] _harmonicGain = Tile();
    private readonly float[] _harmonicSin = Tile();
    private readonly float[] _harmonicCos = Tile();
    private readonly float[] _noiseGain = Tile();
    private readonly float[] _noiseRe = Tile();
    private readonly float[] _noiseIm = Tile();
    private readonly float[] _residualGain = Tile();
    private readonly float[] _residualSin = Tile();
    private readonly float[] _residualCos = Tile();
    private readonly float[] _phase = Tile();

    /// <param name="outputs">The network's.</param>
    /// <param name="frame">The first of the block.</param>
    /// <param name="noise">Null leaves the noise out.</param>
    /// <param name="noiseFrame">Of the clip, for the noise.</param>
    /// <param name="spectrum">E of the block; becomes S. Lanes after the last frame become 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(SpectralOutputs outputs, int frame, NoiseGenerator? noise, long noiseFrame, Span<Lanes> spectrum)
    {
        Gain(outputs.HarmonicLevel, outputs.Frames, frame, _harmonicGain);
        Gain(outputs.ResidualLevel, outputs.Frames, frame, _residualGain);
        Copy(outputs.HarmonicPhase, outputs.Frames, frame, 0, _phase);
        TensorPrimitives.Tanh(_phase, _phase);
        TensorPrimitives.Multiply(_phase, MathF.PI, _phase);
        Turn(_phase, _harmonicSin, _harmonicCos);
        Copy(outputs.ResidualPhase, outputs.Frames, frame, 0, _phase);
        Turn(_phase, _residualSin, _residualCos);
        var harmonic = Lane(_harmonicGain);
        var turnSin = Lane(_harmonicSin);
        var turnCos = Lane(_harmonicCos);
        var residual = Lane(_residualGain);
        var sin = Lane(_residualSin);
        var cos = Lane(_residualCos);
        for (var bin = 0; bin < spectrum.Length; bin++)
        {
            var (re, im) = (turnCos[bin] * harmonic[bin], turnSin[bin] * harmonic[bin]);
            var pulse = spectrum[bin];
            spectrum[bin] = new(
                pulse.Re * re - pulse.Im * im + residual[bin] * cos[bin],
                pulse.Re * im + pulse.Im * re + residual[bin] * sin[bin]
            );
        }

        if (noise is not null)
        {
            AddNoise(outputs, frame, noise, noiseFrame, spectrum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNoise(SpectralOutputs outputs, int frame, NoiseGenerator noise, long noiseFrame, Span<Lanes> spectrum)
    {
        Gain(outputs.NoiseLevel, outputs.Frames, frame, _noiseGain);
        noise.Fill(noiseFrame, HopWindow.Width, _noiseRe, _noiseIm);
        var gain = Lane(_noiseGain);
        var re = Lane(_noiseRe);
        var im = Lane(_noiseIm);
        for (var bin = 0; bin < spectrum.Length; bin++)
        {
            var value = spectrum[bin];
            spectrum[bin] = new(value.Re + gain[bin] * re[bin], value.Im + gain[bin] * im[bin]);
        }
    }

    /// <summary>Without sound in the lanes after the last frame.</summary>
    private static void Gain(ReadOnlySpan<float> map, int frames, int frame, float[] gain)
    {
        Copy(map, frames, frame, float.NegativeInfinity, gain);
        TensorPrimitives.Min(gain, MostLevel, gain);
        TensorPrimitives.Exp(gain, gain);
    }

    private static void Turn(float[] phase, float[] sin, float[] cos)
    {
        // Not SinCos, which works one number at a time.
        TensorPrimitives.Sin(phase, sin);
        TensorPrimitives.Cos(phase, cos);
    }

    /// <summary>A block of frames of each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(ReadOnlySpan<float> map, int frames, int frame, float otherwise, float[] tile)
    {
        var width = HopWindow.Width;
        var count = Math.Min(width, frames - frame);
        if (count < width)
        {
            tile.AsSpan().Fill(otherwise);
            for (var bin = 0; bin < RealTransform.Bins; bin++)
            {
                map.Slice(bin * frames + frame, count).CopyTo(tile.AsSpan(bin * width));
            }
        }
        else
        {
            for (var bin = 0; bin < RealTransform.Bins; bin++)
            {
                new Vector<float>(map[(bin * frames + frame)..]).CopyTo(tile, bin * width);
            }
        }
    }

    private static Span<Vector<float>> Lane(float[] tile) => MemoryMarshal.Cast<float, Vector<float>>(tile.AsSpan());

    private static float[] Tile() => new float[RealTransform.Bins * HopWindow.Width];
}
