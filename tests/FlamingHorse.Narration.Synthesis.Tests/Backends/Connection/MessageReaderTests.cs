using System.Text;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Connection;

/// <summary>A worker's output, read as it comes: in pieces of any size, up to what is not a message.</summary>
public class MessageReaderTests
{
    private const int Mebibyte = 1 << 20;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64 * 1024)]
    [InlineData(int.MaxValue)]
    public void Messages_are_read_in_order_whatever_pieces_they_come_in(int piece)
    {
        var batches = Enumerable.Range(0, 400).Select(batch => (long)batch).ToList();
        var lines = string.Concat(batches.Select(batch => Started(batch) + "\n"));

        Read(lines, piece).ShouldBe((string.Join(' ', batches), ""));
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(Mebibyte)]
    public void A_line_may_have_a_mebibyte(int length)
    {
        var (messages, malformed) = Read($"{Started(1)}\n{Started(2).PadRight(length)}\n{Started(3)}\n", 50_000);

        (messages, malformed).ShouldBe(("1 2 3", ""));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public void A_longer_line_is_shown_by_its_first_kibibyte_and_ends_the_reading(string end)
    {
        var (messages, malformed) = Read($"{Started(1)}\n{Started(2).PadRight(Mebibyte + 1)}{end}", int.MaxValue);

        messages.ShouldBe("1");
        malformed.ShouldBe(Started(2).PadRight(1024));
    }

    [Fact]
    public void Nothing_is_read_after_what_is_no_message()
    {
        Read($"{Started(1)}\nprinted\n{Started(2)}\n").ShouldBe(("1", "printed"));
    }

    [Fact]
    public void Text_without_an_end_of_line_is_no_message()
    {
        Read($"{Started(1)}\n{Started(2)}").ShouldBe(("1", Started(2)));
    }

    [Fact]
    public void A_message_of_an_unknown_kind_is_passed_over()
    {
        Read($$"""{"t":"new"}{{"\n"}}{{Started(2)}}{{"\n"}}""").ShouldBe(("2", ""));
    }

    [Fact]
    public void Without_output_there_is_nothing()
    {
        Read("").ShouldBe(("", ""));
    }

    [Fact]
    public void What_a_terminal_would_obey_is_shown_as_its_bytes()
    {
        Escaped.Of(" ~\u007F\u001B[1m\n\0é"u8).ShouldBe(@" ~\x7F\x1B[1m\x0A\x00\xC3\xA9");
    }

    private static string Started(long batch) => $$"""{"t":"started","batch":{{batch}}}""";

    /// <summary>The batches of its messages, and what was reported as no message.</summary>
    private static (string Messages, string Malformed) Read(string output, int piece = int.MaxValue)
    {
        var messages = new List<long>();
        var malformed = new List<string>();
        var reader = new MessageReader(message => messages.Add(((WorkerMessage.Started)message).Batch), malformed.Add);

        reader.ReadToEnd(new Pieces(Encoding.UTF8.GetBytes(output), piece));

        malformed.Count.ShouldBeLessThanOrEqualTo(1);
        return (string.Join(' ', messages), string.Concat(malformed));
    }

    /// <summary>Bytes that come in pieces, as from a pipe.</summary>
    private sealed class Pieces(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }
}
