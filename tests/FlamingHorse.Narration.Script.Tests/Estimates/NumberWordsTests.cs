using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

public class NumberWordsTests
{
    [Theory]
    [InlineData("0", "zero")]
    [InlineData("7", "seven")]
    [InlineData("10", "ten")]
    [InlineData("19", "nineteen")]
    [InlineData("20", "twenty")]
    [InlineData("21", "twenty one")]
    [InlineData("99", "ninety nine")]
    [InlineData("100", "one hundred")]
    [InlineData("101", "one hundred one")]
    [InlineData("120", "one hundred twenty")]
    [InlineData("999", "nine hundred ninety nine")]
    [InlineData("1000", "one thousand")]
    [InlineData("10000", "ten thousand")]
    [InlineData("1000000", "one million")]
    [InlineData("1001002003", "one billion one million two thousand three")]
    [InlineData(
        "123456789012345",
        "one hundred twenty three trillion four hundred fifty six billion seven hundred eighty nine million twelve thousand "
            + "three hundred forty five"
    )]
    public void A_whole_number_is_said_in_groups_of_three_digits(string digits, string words) =>
        NumberWords.Of(digits, "", isGrouped: false).Trim().ShouldBe(words);

    [Theory]
    [InlineData("1099", "one thousand ninety nine")]
    [InlineData("1100", "eleven hundred")]
    [InlineData("1101", "eleven oh one")]
    [InlineData("1109", "eleven oh nine")]
    [InlineData("1110", "eleven ten")]
    [InlineData("1984", "nineteen eighty four")]
    [InlineData("1999", "nineteen ninety nine")]
    [InlineData("2000", "two thousand")]
    [InlineData("2009", "two thousand nine")]
    [InlineData("2010", "twenty ten")]
    [InlineData("2099", "twenty ninety nine")]
    [InlineData("2100", "two thousand one hundred")]
    [InlineData("19840", "nineteen thousand eight hundred forty")]
    public void Four_digits_that_can_be_a_year_are_said_as_one(string digits, string words) =>
        NumberWords.Of(digits, "", isGrouped: false).Trim().ShouldBe(words);

    [Theory]
    [InlineData("1984", "", true, "one thousand nine hundred eighty four")]
    [InlineData("1984", "5", false, "one thousand nine hundred eighty four point five")]
    [InlineData("0", "05", false, "zero point zero five")]
    [InlineData("007", "", false, "zero zero seven")]
    [InlineData("1234567890123456", "", false, "one two three four five six seven eight nine zero one two three four five six")]
    public void Groups_fractions_and_rows_of_digits_are_no_years(string whole, string fraction, bool isGrouped, string words) =>
        NumberWords.Of(whole, fraction, isGrouped).Trim().ShouldBe(words);
}
