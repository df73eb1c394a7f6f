using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FlamingHorse.Narration.Acceptance.Planted;

/// <summary>A WAV file of 16 bit, mono, and what is done to it. Read and measured without the product's own code.</summary>
internal sealed record Pcm(short[] Samples, int Rate)
{
    private const int Header = 44;

    public static Pcm Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var data = file.AsSpan().IndexOf("data"u8);
        var length = Math.Min(BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(data + 4)), file.Length - data - 8);
        return new(
            MemoryMarshal.Cast<byte, short>(file.AsSpan(data + 8, length & ~1)).ToArray(),
            BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24))
        );
    }

    public void Write(string path)
    {
        var file = new byte[Header + (Samples.Length * 2)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), Samples.Length * 2);
        MemoryMarshal.AsBytes(Samples.AsSpan()).CopyTo(file.AsSpan(Header));
        File.WriteAllBytes(path, file);
    }

    /// <summary>Ends so long before the last sound, and with it.</summary>
    public Pcm CutBy(TimeSpan time) => this with { Samples = Samples[..Math.Max(1, End() - (int)(time.TotalSeconds * Rate))] };

    /// <summary>Hum of the mains and its overtones behind the end, so many dB under the speech.</summary>
    public Pcm HumFor(TimeSpan time, double drop)
    {
        var level = SpeechLevel() * Math.Pow(10, -drop / 20);
        var hum = Enumerable
            .Range(0, (int)(time.TotalSeconds * Rate))
            .Select(i => 2 * Math.PI * 100 * i / Rate)
            .Select(phase => (short)Math.Round(level * 1.2 * (Math.Sin(phase) + 0.4 * Math.Sin(2 * phase) + 0.3 * Math.Sin(3 * phase))));
        return this with { Samples = [.. Samples[..End()], .. new short[Rate / 10], .. hum] };
    }

    /// <summary>Every sample even, or every one odd: which file a take came from can be read in any copy of it. Nobody hears it.</summary>
    public Pcm Marked(bool even) => this with { Samples = Array.ConvertAll(Samples, s => (short)(even ? s & ~1 : s | 1)) };

    /// <summary>Whether it came from an even file. Looked at where no fade and no added silence is.</summary>
    public bool IsEven()
    {
        var middle = Samples.AsSpan(Samples.Length / 4, Samples.Length / 2);
        var even = 0;
        foreach (var sample in middle)
        {
            even += sample % 2 == 0 ? 1 : 0;
        }

        return even * 2 > middle.Length;
    }

    /// <summary>One past the last sample that is less than 45 dB under the peak.</summary>
    private int End()
    {
        var threshold = Samples.Max(s => Math.Abs((int)s)) * Math.Pow(10, -45 / 20.0);
        return Array.FindLastIndex(Samples, s => Math.Abs((int)s) >= threshold) + 1;
    }

    private double SpeechLevel()
    {
        var powers = Samples.Chunk(Rate / 50).Select(window => window.Average(s => (double)s * s)).ToList();
        return Math.Sqrt(powers.Where(power => power >= powers.Max() / 100).Average());
    }
}
