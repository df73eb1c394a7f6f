using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Tests.Segments;

public class CaptionWordMapTests
{
    [Theory]
    [InlineData("a b c", "a b c", "0 1 2")]
    [InlineData("a x y z c", "a b c", "0 1 1 1 2")] // one word became three
    [InlineData("a x c", "a b b b c", "0 1 4")] // three became one
    [InlineData("w x y z", "b c", "0 0 1 1")]
    [InlineData("x b c", "y b c", "0 1 2")]
    [InlineData("a b x", "a b y", "0 1 2")]
    [InlineData("a a", "a", "0 0")]
    [InlineData("a", "a a", "0")]
    [InlineData("a a a", "a a", "0 1 1")]
    [InlineData("x y", "", "0 0")]
    [InlineData("", "x y", "")]
    [InlineData("a x y b", "a b", "0 1 1 1")]
    public void Words_agree_from_both_ends_and_share_what_lies_between(string spoken, string caption, string words) =>
        string.Join(' ', CaptionWordMap.Align(spoken, caption)).ShouldBe(words);

    [Fact]
    public void Words_start_behind_white_space() => CaptionWordMap.Starts(" one  two\nthree").ShouldBe([1, 6, 10]);
}
