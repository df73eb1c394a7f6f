using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>
/// Distance of two waveforms in dB, written from the words of <c>measure.py</c>: frames of 1200 samples, hop 300, no padding, periodic
/// Hann, 40 triangles of peak 1 evenly spaced in HTK's mel from 60 to 11000 Hz, 10·log10(power + 1e-6), mean absolute difference.
/// </summary>
internal static class LevelDistance
{
    private const int Rate = 24000;
    private const int Size = 1200;
    private const int Hop = 300;
    private const int Bands = 40;

    public static double Between(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        a.Length.ShouldBe(b.Length);
        var (first, second) = (Levels(a.ToArray()), Levels(b.ToArray()));
        return first.Zip(second, (x, y) => Math.Abs(x - y)).Average();
    }

    private static List<double> Levels(short[] samples)
    {
        var triangles = Triangles();
        var levels = new List<double>();
        for (var start = 0; start + Size <= samples.Length; start += Hop)
        {
            var frame = Enumerable
                .Range(0, Size)
                .Select(n => new Complex(samples[start + n] / 32768.0 * (0.5 - 0.5 * Math.Cos(2 * Math.PI * n / Size)), 0))
                .ToArray();
            Fourier.Forward(frame, FourierOptions.NoScaling);
            var power = frame.Take(Size / 2 + 1).Select(x => x.Magnitude * x.Magnitude).ToArray();
            levels.AddRange(triangles.Select(weights => 10 * Math.Log10(weights.Zip(power, (w, p) => w * p).Sum() + 1e-6)));
        }

        return levels;
    }

    private static double[][] Triangles()
    {
        var (low, high) = (Mel(60), Mel(11000));
        var corners = Enumerable
            .Range(0, Bands + 2)
            .Select(i => 700 * (Math.Pow(10, (low + (high - low) * i / (Bands + 1)) / 2595) - 1))
            .ToArray();
        return
        [
            .. Enumerable
                .Range(1, Bands)
                .Select(band =>
                    Enumerable
                        .Range(0, Size / 2 + 1)
                        .Select(bin => (double)bin * Rate / Size)
                        .Select(hz =>
                            Math.Max(
                                0,
                                Math.Min(
                                    (hz - corners[band - 1]) / (corners[band] - corners[band - 1]),
                                    (corners[band + 1] - hz) / (corners[band + 1] - corners[band])
                                )
                            )
                        )
                        .ToArray()
                ),
        ];
    }

    private static double Mel(double hz) => 2595 * Math.Log10(1 + hz / 700);
}
