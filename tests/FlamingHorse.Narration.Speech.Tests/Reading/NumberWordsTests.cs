using FlamingHorse.Narration.Speech.Reading.Lexicon;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("0", "zero")]
    [InlineData("13", "thirteen")]
    [InlineData("40", "forty")]
    [InlineData("100", "one hundred")]
    [InlineData("1001", "one thousand one")]
    [InlineData("1000000", "one million")]
    [InlineData("1234567", "one million two hundred thirty four thousand five hundred sixty seven")]
    public void Cardinals(string digits, string words) => string.Join(' ', NumberWords.Cardinal(digits)).ShouldBe(words);

    [Theory]
    [InlineData("1", "first")]
    [InlineData("12", "twelfth")]
    [InlineData("20", "twentieth")]
    [InlineData("42", "forty second")]
    [InlineData("100", "one hundredth")]
    public void Ordinals(string digits, string words) => string.Join(' ', NumberWords.Ordinal(digits)).ShouldBe(words);

    [Theory]
    [InlineData("1900", "nineteen hundred")]
    [InlineData("1905", "nineteen oh five")]
    [InlineData("2000", "two thousand")]
    [InlineData("2005", "two thousand five")]
    [InlineData("2024", "twenty twenty four")]
    [InlineData("0042", "forty two")]
    public void Years(string digits, string words) => string.Join(' ', NumberWords.Year(digits)).ShouldBe(words);

    [Fact]
    public void A_number_without_a_name_is_read_digit_by_digit() =>
        NumberWords.Cardinal(new string('7', 37)).ShouldBe(Enumerable.Repeat("seven", 37));
}
