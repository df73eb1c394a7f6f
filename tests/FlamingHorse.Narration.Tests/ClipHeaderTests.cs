using FlamingHorse.Narration.Audio;

namespace FlamingHorse.Narration.Tests;

/// <summary>The format in any WAV, as the library and the engine read it.</summary>
public class ClipHeaderTests
{
    private const int Extensible = 0xFFFE;

    [Fact]
    public void A_chunk_too_short_for_a_format_says_nothing()
    {
        ClipHeader.ReadFormat(new byte[15]).ShouldBeNull();
        ClipHeader.ReadFormat(Chunk(16, tag: 3)).ShouldBe((3, 2, 44_100u, 24));
    }

    [Theory]
    [InlineData(39, Extensible)]
    [InlineData(40, 1)]
    [InlineData(41, 1)]
    public void An_extensible_format_is_told_by_its_subformat_where_the_chunk_holds_one(int length, int tag) =>
        ClipHeader.ReadFormat(Chunk(length, Extensible))!.Value.Tag.ShouldBe(tag);

    [Fact]
    public void Any_other_format_is_told_by_its_tag_however_long_the_chunk_is() =>
        ClipHeader.ReadFormat(Chunk(40, tag: 3))!.Value.Tag.ShouldBe(3);

    /// <summary>Two channels of 24 bit at 44,100 Hz; where there is room for a subformat, it is PCM.</summary>
    private static byte[] Chunk(int length, int tag)
    {
        var chunk = new byte[length];
        BitConverter.GetBytes((ushort)tag).CopyTo(chunk, 0);
        BitConverter.GetBytes((ushort)2).CopyTo(chunk, 2);
        BitConverter.GetBytes(44_100u).CopyTo(chunk, 4);
        BitConverter.GetBytes((ushort)24).CopyTo(chunk, 14);
        if (length > 25)
        {
            BitConverter.GetBytes((ushort)1).CopyTo(chunk, 24);
        }

        return chunk;
    }
}
