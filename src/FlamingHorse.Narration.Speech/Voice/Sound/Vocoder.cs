using System.Numerics.Tensors;
using FlamingHorse.Narration.Speech.Voice.Fourier;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>
/// Spectra to samples: S = exp(min(lh, 7)) · e^(iπ·tanh theta) · E + exp(min(ln, 7)) · Z + exp(min(lr, 7)) · e^(i·phi), with E the spectra of
/// the pulse train and Z noise; then the inverse short-time transform. Not for use by two threads.
/// </summary>
/// <param name="sampleRate">Hz.</param>
internal sealed class Vocoder(int sampleRate)
{
    private const float MostLevel = 7;

    private readonly ShortTimeTransform _transform = new();

    /// <param name="outputs">The network's.</param>
    /// <param name="noise">Null leaves the noise out, as in the reference's noise-free waveforms.</param>
    /// <param name="firstFrame">Where these frames begin in the clip, for the noise.</param>
    /// <returns>300 samples a frame, about ±1.</returns>
    public float[] Render(SpectralOutputs outputs, NoiseGenerator? noise, long firstFrame)
    {
        var spectrum = _transform.Analyse(PulseTrain.Make(outputs.F0, HopGrid.Hop, sampleRate));
        var scratch = new Scratch(outputs.Frames);
        for (var bin = 0; bin < RealTransform.Bins; bin++)
        {
            var re = spectrum.Re(bin)[..outputs.Frames];
            var im = spectrum.Im(bin)[..outputs.Frames];
            TurnHarmonics(outputs, bin, re, im, scratch);
            if (noise is not null)
            {
                AddNoise(outputs, bin, re, im, scratch, noise, firstFrame);
            }

            AddResidual(outputs, bin, re, im, scratch);
        }

        return _transform.Synthesize(spectrum);
    }

    private static void TurnHarmonics(SpectralOutputs outputs, int bin, Span<float> re, Span<float> im, Scratch scratch)
    {
        var (level, sin, cos, product) = (scratch.Level, scratch.Sin, scratch.Cos, scratch.Product);
        Gain(outputs.HarmonicLevel(bin), level);
        TensorPrimitives.Tanh(outputs.HarmonicPhase(bin), product);
        TensorPrimitives.Multiply(product, MathF.PI, product);
        TensorPrimitives.SinCos(product, sin, cos);
        TensorPrimitives.Multiply(sin, level, sin);
        TensorPrimitives.Multiply(cos, level, cos);
        // (cos + i·sin) · (re + i·im)
        TensorPrimitives.Multiply(sin, im, product);
        TensorPrimitives.Multiply(im, cos, im);
        TensorPrimitives.MultiplyAdd(sin, re, im, im);
        TensorPrimitives.Multiply(re, cos, re);
        TensorPrimitives.Subtract(re, product, re);
    }

    private static void AddNoise(
        SpectralOutputs outputs,
        int bin,
        Span<float> re,
        Span<float> im,
        Scratch scratch,
        NoiseGenerator noise,
        long firstFrame
    )
    {
        noise.Fill(firstFrame, bin, scratch.Cos, scratch.Sin);
        Gain(outputs.NoiseLevel(bin), scratch.Level);
        TensorPrimitives.MultiplyAdd(scratch.Level, scratch.Cos, re, re);
        TensorPrimitives.MultiplyAdd(scratch.Level, scratch.Sin, im, im);
    }

    private static void AddResidual(SpectralOutputs outputs, int bin, Span<float> re, Span<float> im, Scratch scratch)
    {
        Gain(outputs.ResidualLevel(bin), scratch.Level);
        TensorPrimitives.SinCos(outputs.ResidualPhase(bin), scratch.Sin, scratch.Cos);
        TensorPrimitives.MultiplyAdd(scratch.Level, scratch.Cos, re, re);
        TensorPrimitives.MultiplyAdd(scratch.Level, scratch.Sin, im, im);
    }

    private static void Gain(ReadOnlySpan<float> level, Span<float> gain)
    {
        TensorPrimitives.Min(level, MostLevel, gain);
        TensorPrimitives.Exp(gain, gain);
    }

    /// <summary>Room for one bin of all frames.</summary>
    private sealed class Scratch(int frames)
    {
        public float[] Level { get; } = new float[frames];

        public float[] Sin { get; } = new float[frames];

        public float[] Cos { get; } = new float[frames];

        public float[] Product { get; } = new float[frames];
    }
}
