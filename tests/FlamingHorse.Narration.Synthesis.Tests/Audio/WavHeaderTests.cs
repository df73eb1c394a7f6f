using System.Buffers.Binary;
using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Synthesis.Tests.Audio;

/// <summary>What a header may promise, at the borders of each number.</summary>
public sealed class WavHeaderTests
{
    private const int RiffLength = 4;
    private const int Channels = 22;
    private const int SampleRate = 24;
    private const int DataLength = 40;

    [Theory]
    [InlineData(0u)]
    [InlineData(0x7FFF_0000u)]
    [InlineData(0xFFFF_FFFFu)]
    public void A_header_of_unknown_length_is_accepted_where_the_transport_tells_a_complete_file_from_a_partial_one(uint unknown)
    {
        var file = File(samples: 3);
        Put(file, RiffLength, unknown);
        Put(file, DataLength, unknown);

        WavHeader.Read(file, isStreamed: true).FrameCount.ShouldBe(3);
        Should.Throw<WavFormatException>(() => WavHeader.Read(file));
    }

    [Fact]
    public void A_plausible_length_is_enforced_even_in_a_stream()
    {
        var file = File(samples: 3);
        Put(file, RiffLength, 0x7FFE_FFFF);
        Should.Throw<WavFormatException>(() => WavHeader.Read(file, isStreamed: true));

        file = File(samples: 3);
        Put(file, DataLength, 0xFFFF_FFFF);
        Should.Throw<WavFormatException>(() => WavHeader.Read(file, isStreamed: true));

        // Only the whole was unknown: what follows the samples is no sound.
        file = [.. File(samples: 3), .. "LIST"u8, 2, 0, 0, 0, 9, 9];
        Put(file, RiffLength, 0xFFFF_FFFF);
        WavHeader.Read(file, isStreamed: true).FrameCount.ShouldBe(3);
    }

    [Theory]
    [InlineData(1, 4_000u, true)]
    [InlineData(1, 3_999u, false)]
    [InlineData(1, 768_000u, true)]
    [InlineData(1, 768_001u, false)]
    [InlineData(64, 24_000u, true)]
    [InlineData(65, 24_000u, false)]
    public void Rates_and_channels_have_their_limits(int channels, uint rate, bool isRead)
    {
        var file = File(samples: channels);
        Put(file, SampleRate, rate);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(Channels), (short)channels);

        if (isRead)
        {
            var header = WavHeader.Read(file);
            (header.Channels, header.SampleRate, header.FrameCount).ShouldBe((channels, (int)rate, 1));
            header.IsMonoPcm16.ShouldBe(channels == 1);
        }
        else
        {
            Should.Throw<WavFormatException>(() => WavHeader.Read(file)).Message.ShouldContain("is not speech");
        }
    }

    [Fact]
    public void A_file_without_a_sample_is_valid() => WavFile.Read(WavFile.Write(new([], 24_000))).Samples.ShouldBeEmpty();

    [Fact]
    public void Half_a_sample_is_refused()
    {
        byte[] file = [.. File(samples: 1), 1];
        Put(file, RiffLength, (uint)file.Length - 8);
        Put(file, DataLength, 3);

        Should.Throw<WavFormatException>(() => WavHeader.Read(file)).Message.ShouldContain("the last frame is incomplete");
    }

    [Fact]
    public void The_format_of_workers_and_stores_is_one_channel_of_16_bit_integers()
    {
        var header = WavHeader.Read(File(samples: 1));

        header.IsMonoPcm16.ShouldBeTrue();
        (header with { IsFloat = true }).IsMonoPcm16.ShouldBeFalse();
        (header with { Channels = 2 }).IsMonoPcm16.ShouldBeFalse();
        (header with { BitsPerSample = 24 }).IsMonoPcm16.ShouldBeFalse();
    }

    [Fact]
    public void More_samples_than_a_file_holds_are_an_overflow_and_not_a_wrong_header()
    {
        const int most = (int.MaxValue - WavFile.HeaderLength) / 2;

        WavFile.Header(most, 24_000).Length.ShouldBe(44);
        Should.Throw<OverflowException>(() => WavFile.Header(most + 1, 24_000));
        Should.Throw<OverflowException>(() => WavFile.Header(int.MaxValue, 24_000));
    }

    private static byte[] File(int samples) => WavFile.Write(new(new float[samples], 24_000));

    private static void Put(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
}
