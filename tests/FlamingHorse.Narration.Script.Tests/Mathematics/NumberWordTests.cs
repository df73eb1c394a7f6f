using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

public class NumberWordTests
{
    [Theory]
    [InlineData("0", "zero")]
    [InlineData("21", "twenty-one")]
    [InlineData("100", "one hundred")]
    [InlineData("999", "nine hundred ninety-nine")]
    [InlineData("1001", "one thousand one")]
    [InlineData("1{,}234{,}567", "one million two hundred thirty-four thousand five hundred sixty-seven")]
    [InlineData("1,234,567", "one million two hundred thirty-four thousand five hundred sixty-seven")]
    [InlineData(@"12\,000", "twelve thousand")]
    [InlineData("3{,}14", "three point one four")]
    [InlineData("007", "zero zero seven")]
    [InlineData(".5", "zero point five")]
    [InlineData("1000000000000000000000", "one sextillion")]
    [InlineData("f(1,100)", "f of one and one hundred")]
    [InlineData("1,2,300", "one, two, three hundred")]
    public void English_numbers(string latex, string words) => FormulaReader.For("English")!.Read(latex).Spoken.ShouldBe(words);

    [Theory]
    [InlineData("1", "eins")]
    [InlineData("21", "einundzwanzig")]
    [InlineData("101", "hunderteins")]
    [InlineData("1000", "tausend")]
    [InlineData("21000", "einundzwanzigtausend")]
    [InlineData("1000000", "eine Million")]
    [InlineData("2000000", "zwei Millionen")]
    [InlineData("3000000000", "drei Milliarden")]
    [InlineData("3,14", "drei Komma eins vier")]
    [InlineData("0.5", "null Komma fünf")]
    [InlineData("1,2,3", "eins, zwei, drei")]
    [InlineData(@"\frac{3}{100}", "drei Hundertstel")]
    [InlineData(@"\frac{2}{3}", "zwei Drittel")]
    [InlineData(@"\frac{1}{20}", "ein Zwanzigstel")]
    public void German_numbers(string latex, string words) => FormulaReader.For("German")!.Read(latex).Spoken.ShouldBe(words);
}
