using System.Buffers.Binary;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>A clip as the recognizer takes it: 16 kHz, at least 1.1 s.</summary>
/// <param name="Samples">From −1 to 1.</param>
internal sealed record HeardSound(float[] Samples)
{
    public const int SampleRate = 16000;

    /// <summary>whisper.cpp returns nothing for less than a second.</summary>
    private const int LeastSamples = SampleRate * 11 / 10;

    private const int HeaderLength = 44;

    public double Seconds => (double)Samples.Length / SampleRate;

    /// <summary>A part of it, padded with silence if it is short.</summary>
    /// <param name="start">Its first sample.</param>
    /// <param name="seconds">At most.</param>
    public HeardSound Window(int start, int seconds) =>
        start == 0 && Samples.Length <= seconds * SampleRate
            ? this
            : Of(Samples.AsSpan(start, Math.Min(seconds * SampleRate, Samples.Length - start)), SampleRate);

    /// <param name="path">A 16-bit mono PCM WAV as clips are stored, with 44 bytes before the samples.</param>
    /// <exception cref="FormatException">The file has another format.</exception>
    /// <exception cref="IOException"/>
    public static HeardSound Read(string path)
    {
        var file = File.ReadAllBytes(path);
        if (
            file.Length < HeaderLength
            || !file.AsSpan(0, 4).SequenceEqual("RIFF"u8)
            || !file.AsSpan(8, 8).SequenceEqual("WAVEfmt "u8)
            || BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(20)) != 1
            || BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(22)) != 1
            || BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(34)) != 16
            || BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)) is not (>= 8000 and <= 192000 and var rate)
        )
        {
            throw new FormatException($"{path} is not a 16-bit mono PCM WAV file");
        }

        var samples = new float[(file.Length - HeaderLength) / 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(HeaderLength + 2 * i)) / 32768f;
        }

        return Of(samples, rate);
    }

    /// <summary>Resamples from any rate; pads short sound with silence.</summary>
    public static HeardSound Of(ReadOnlySpan<float> samples, int rate)
    {
        var resampled = SincResampler.Resample(samples, rate, SampleRate);
        if (resampled.Length < LeastSamples)
        {
            Array.Resize(ref resampled, LeastSamples);
        }

        return new(resampled);
    }
}
