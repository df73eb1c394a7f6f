using System.Numerics;
using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Speech.Voice.Fourier;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>
/// The short-time transform of the voice and its inverse: periodic Hann window of 1200 samples, hop 300, centred. Not for use by two threads.
/// </summary>
internal sealed class ShortTimeTransform
{
    private static readonly float[] _window =
    [
        .. Enumerable.Range(0, HopGrid.Window).Select(n => (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * n / HopGrid.Window))),
    ];

    /// <summary>Of a vector's frames.</summary>
    private static int Width => Vector<float>.Count;

    private readonly RealTransform _transform = new();

    /// <summary>The first <see cref="SpectrumGrid.Frames"/> frames of a signal with reflected edges, divided by the hop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SpectrumGrid Analyse(ReadOnlySpan<float> signal)
    {
        var grid = new HopGrid(signal.Length / HopGrid.Hop);
        grid.Write(signal);
        var spectrum = new SpectrumGrid(signal.Length / HopGrid.Hop);
        for (var frame = 0; frame < spectrum.Frames; frame += Width)
        {
            var points = _transform.Points;
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = new(
                    new Vector<float>(grid.At(frame, 2 * i)) * (_window[2 * i] / HopGrid.Hop),
                    new Vector<float>(grid.At(frame, 2 * i + 1)) * (_window[2 * i + 1] / HopGrid.Hop)
                );
            }

            _transform.Forward();
            for (var bin = 0; bin < RealTransform.Bins; bin++)
            {
                var value = _transform.Spectrum[bin];
                value.Re.CopyTo(spectrum.Re(bin)[frame..]);
                value.Im.CopyTo(spectrum.Im(bin)[frame..]);
            }
        }

        return spectrum;
    }

    /// <summary>The signal, one hop for each frame, normalized by the summed squared windows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float[] Synthesize(SpectrumGrid spectrum)
    {
        spectrum.ClearPadding();
        var grid = new HopGrid(spectrum.Frames);
        for (var frame = 0; frame < spectrum.Frames; frame += Width)
        {
            for (var bin = 0; bin < RealTransform.Bins; bin++)
            {
                _transform.Spectrum[bin] = new(new Vector<float>(spectrum.Re(bin)[frame..]), new Vector<float>(spectrum.Im(bin)[frame..]));
            }

            _transform.Inverse();
            var points = _transform.Points;
            for (var i = 0; i < points.Length; i++)
            {
                var even = grid.At(frame, 2 * i);
                var odd = grid.At(frame, 2 * i + 1);
                (new Vector<float>(even) + points[i].Re * _window[2 * i]).CopyTo(even);
                (new Vector<float>(odd) + points[i].Im * _window[2 * i + 1]).CopyTo(odd);
            }
        }

        return grid.ReadNormalized(_window);
    }
}
