using System.Buffers.Binary;
using System.Text;
using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Synthesis.Tests.Audio;

public sealed class WavFileTests
{
    [Fact]
    public void What_was_written_is_read_back_to_the_bit()
    {
        var signal = new MonoSignal([0, 0.5f, -0.5f, -1, 32767 / 32768f], 24000);
        var bytes = WavFile.Write(signal);
        bytes.Length.ShouldBe(44 + 10);
        WavFile.Read(bytes).Samples.ShouldBe(signal.Samples);
        WavFile.Write(WavFile.Read(bytes)).ShouldBe(bytes);
        WavHeader.Read(bytes).IsMonoPcm16.ShouldBeTrue();
    }

    [Fact]
    public void Samples_past_full_scale_are_clamped() =>
        WavFile.Read(WavFile.Write(new MonoSignal([2, -2], 8000))).Samples.ShouldBe([32767 / 32768f, -1f]);

    [Theory]
    [InlineData(1, 16, "0040", 0.5f)]
    [InlineData(1, 24, "000040", 0.5f)]
    [InlineData(1, 24, "0000C0", -0.5f)]
    [InlineData(1, 24, "563412", 0x123456 / 8388608f)]
    [InlineData(1, 32, "000000C0", -0.5f)]
    [InlineData(3, 32, "0000003F", 0.5f)]
    public void Other_engines_formats_are_read(int tag, int bits, string sample, float expected)
    {
        var data = Convert.FromHexString(sample);
        WavFile.Read(File(tag, 1, bits, data)).Samples.ShouldBe([expected]);
        WavFile.Read(File(tag, 1, bits, data, isExtensible: true)).Samples.ShouldBe([expected]);
    }

    [Fact]
    public void Channels_are_mixed_to_their_mean() =>
        WavFile.Read(File(1, 2, 16, Convert.FromHexString("0040000000C00000"))).Samples.ShouldBe([0.25f, -0.25f]);

    [Fact]
    public void Chunks_before_and_after_the_samples_are_skipped()
    {
        var file = File(1, 1, 16, [0, 64]);
        byte[] list = [.. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0];
        byte[] all = [.. file[..12], .. list, .. file[12..], .. list];
        BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(4), all.Length - 8);
        WavFile.Read(all).Samples.ShouldBe([0.5f]);
    }

    [Fact]
    public void Every_truncation_is_an_error()
    {
        var file = WavFile.Write(Signals.Tone(0.01));
        for (var length = 0; length < file.Length; length++)
        {
            Should.Throw<WavFormatException>(() => WavFile.Read(file.AsSpan(0, length)));
        }
    }

    [Fact]
    public void A_million_random_headers_are_read_or_refused()
    {
        var random = new Random(7);
        var file = WavFile.Write(Signals.Tone(0.001));
        for (var i = 0; i < 100_000; i++)
        {
            var copy = file.ToArray();
            for (var j = random.Next(1, 5); j > 0; j--)
            {
                copy[random.Next(44)] = (byte)random.Next(256);
            }

            try
            {
                WavFile.Read(copy, isStreamed: (i & 1) == 0).Samples.Length.ShouldBeLessThanOrEqualTo(copy.Length);
            }
            catch (WavFormatException)
            {
                // refused
            }
        }
    }

    [Theory]
    [InlineData(1, 1, 8)]
    [InlineData(7, 1, 16)]
    [InlineData(3, 1, 64)]
    [InlineData(1, 0, 16)]
    public void What_is_not_speech_is_refused(int tag, int channels, int bits) =>
        Should.Throw<WavFormatException>(() => WavFile.Read(File(tag, channels, bits, [0, 0, 0, 0, 0, 0, 0, 0])));

    private static byte[] File(int tag, int channels, int bits, byte[] data, bool isExtensible = false)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.ASCII);
        var formatLength = isExtensible ? 40 : 16;
        writer.Write("RIFF"u8);
        writer.Write(20 + formatLength + data.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(formatLength);
        writer.Write((short)(isExtensible ? -2 : tag));
        writer.Write((short)channels);
        writer.Write(24000);
        writer.Write(24000 * channels * bits / 8);
        writer.Write((short)(channels * bits / 8));
        writer.Write((short)bits);
        if (isExtensible)
        {
            writer.Write((short)22);
            writer.Write((short)bits);
            writer.Write(0);
            writer.Write((short)tag);
            writer.Write(new byte[14]);
        }

        writer.Write("data"u8);
        writer.Write(data.Length);
        writer.Write(data);
        return stream.ToArray();
    }
}
