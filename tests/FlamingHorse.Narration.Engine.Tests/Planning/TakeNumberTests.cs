using FlamingHorse.Narration.Engine.Planning;

namespace FlamingHorse.Narration.Engine.Tests.Planning;

public class TakeNumberTests
{
    [Theory]
    [InlineData("00000000", 1)]
    [InlineData("00000001", 2)]
    [InlineData("3fffffff", 0x4000_0000)]
    [InlineData("40000000", 1)]
    [InlineData("ffffffff", 0x4000_0000)]
    [InlineData("12345678", 0x1234_5679)]
    public void It_is_drawn_from_the_audio_that_is_replaced_and_is_never_the_first(string start, int number)
    {
        TakeNumber.After(start + new string('a', 56)).ShouldBe(number);
        number.ShouldBeGreaterThan(TakeNumber.First);
    }
}
