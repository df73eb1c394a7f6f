using System.IO.Compression;
using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

/// <summary>
/// The levels that the page's spectrogram shows. They are computed here because a page opened from disk may play a file beside it but
/// never read its samples.
/// </summary>
internal sealed class Spectrogram
{
    public const int Bands = 96;
    private const int Window = 512;
    private const int Padded = 1024;

    /// <summary>dB that are black and full; louder and softer are cut.</summary>
    private const float Floor = -86;
    private const float Ceiling = -20;

    /// <summary>Steps between the two: what an eye tells apart, and a third of the size of 256.</summary>
    private const int Steps = 32;
    private static readonly float[] Hann =
    [
        .. Enumerable.Range(0, Window).Select(i => (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * (i + 0.5) / Window))),
    ];

    private readonly Fourier _fourier = new(Padded);

    /// <summary>
    /// Raw DEFLATE over <paramref name="columns"/> × <see cref="Bands"/> bytes, column by column from the lowest band; each byte, below
    /// <see cref="Steps"/>, is the difference (modulo 32) to the same band of the column before.
    /// </summary>
    public byte[] Draw(MonoSignal signal, int columns)
    {
        var mel = new MelBands(Bands, Padded, signal.SampleRate);
        var levels = new byte[columns * Bands];
        var (real, imaginary, bands) = (new float[Padded], new float[Padded], new float[Bands]);
        var before = new byte[Bands];
        for (var column = 0; column < columns; column++)
        {
            var centre = (int)((column + 0.5) * signal.Samples.Length / columns);
            Powers(signal.Samples, centre - Window / 2, real, imaginary);
            mel.Fold(real, bands);
            for (var band = 0; band < Bands; band++)
            {
                var level = Level(bands[band]);
                levels[column * Bands + band] = (byte)((level - before[band] + Steps) % Steps);
                before[band] = level;
            }
        }

        return Deflate(levels);
    }

    /// <summary>Powers by frequency, into <paramref name="real"/>.</summary>
    private void Powers(float[] samples, int start, float[] real, float[] imaginary)
    {
        Array.Clear(real);
        Array.Clear(imaginary);
        for (var i = 0; i < Window; i++)
        {
            real[i] = start + i >= 0 && start + i < samples.Length ? samples[start + i] * Hann[i] : 0;
        }

        _fourier.Transform(real, imaginary);
        for (var i = 0; i <= Padded / 2; i++)
        {
            // A tone of full scale gives 1.
            real[i] = (real[i] * real[i] + imaginary[i] * imaginary[i]) * (16f / (Window * Window));
        }
    }

    private static byte Level(float power)
    {
        var decibels = power > 0 ? 10 * MathF.Log10(power) : Floor;
        return (byte)Math.Clamp(MathF.Round((decibels - Floor) / (Ceiling - Floor) * (Steps - 1)), 0, Steps - 1);
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return target.ToArray();
    }
}
