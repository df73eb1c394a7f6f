using System.Text;

namespace FlamingHorse.Narration.Tests;

/// <summary>A folder laid out like an app's, with clips written by hand; gone at the end.</summary>
internal sealed class WavFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("narration ünit ").FullName;

    public short[] Write(
        NarrationSegment segment,
        int? rate = null,
        short channels = 1,
        short bits = 16,
        short format = 1,
        bool withList = false,
        int missing = 0
    )
    {
        var random = new Random(segment.Id.Length + (int)segment.SampleCount);
        var samples = new short[segment.SampleCount];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)random.Next(1, short.MaxValue);
        }

        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Encoding.ASCII.GetBytes("RIFF"));
        writer.Write(36 + (withList ? 14 : 0) + (samples.Length * 2));
        writer.Write(Encoding.ASCII.GetBytes("WAVE"));
        if (withList)
        {
            writer.Write(Encoding.ASCII.GetBytes("LIST"));
            writer.Write(5); // odd: followed by a byte of padding
            writer.Write(new byte[6]);
        }

        writer.Write(Encoding.ASCII.GetBytes("fmt "));
        writer.Write(16);
        writer.Write(format);
        writer.Write(channels);
        writer.Write(rate ?? segment.SampleRate);
        writer.Write((rate ?? segment.SampleRate) * channels * bits / 8);
        writer.Write((short)(channels * bits / 8));
        writer.Write(bits);
        writer.Write(Encoding.ASCII.GetBytes("data"));
        writer.Write(samples.Length * 2);
        foreach (var sample in samples)
        {
            writer.Write(sample);
        }

        writer.Flush();
        Replace(segment, bytes.ToArray().AsSpan(0, (int)bytes.Length - missing).ToArray());
        return samples;
    }

    public void Replace(NarrationSegment segment, byte[] bytes)
    {
        var path = segment.GetFullPath(Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
