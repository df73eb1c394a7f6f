using System.Text;
using FlamingHorse.Narration.Speech.Protocol;

namespace FlamingHorse.Narration.Speech.Tests.Protocol;

public sealed class OrderReaderTests
{
    [Fact]
    public void A_line_that_is_too_long_is_one_fault_and_the_next_line_is_read()
    {
        using var reader = Reader(new string('x', (3 << 20) + 5) + "\n{\"t\":\"shutdown\"}\n");

        reader.Read()!.Kind.ShouldBeNull();
        reader.Read()!.Kind.ShouldBe("shutdown");
        reader.Read().ShouldBeNull();
    }

    [Fact]
    public void A_long_line_without_an_end_is_followed_by_the_end_of_the_input()
    {
        using var reader = Reader(new string('x', OrderReader.LongestLine + 1));

        reader.Read()!.Fault.ShouldContain("1 MiB");
        reader.Read().ShouldBeNull();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_longest_line_is_read_and_one_byte_more_is_a_fault(int more, bool isRead)
    {
        const string order = "{\"t\":\"synth\"}";
        using var reader = Reader(new string(' ', OrderReader.LongestLine - order.Length + more) + order + "\n{\"t\":\"shutdown\"}\n");

        (reader.Read()!.Kind == "synth").ShouldBe(isRead);
        reader.Read()!.Kind.ShouldBe("shutdown");
    }

    private static OrderReader Reader(string input) => new(new MemoryStream(Encoding.UTF8.GetBytes(input)));
}
