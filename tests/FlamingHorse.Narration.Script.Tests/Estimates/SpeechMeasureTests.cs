using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>What there is to say in a text: a stressed word counts its syllables and 0.9 of one more.</summary>
public class SpeechMeasureTests
{
    [Theory]
    [InlineData("row", 1.9)]
    [InlineData("the row", 2.9)]
    [InlineData("x", 1.9)]
    [InlineData("w", 3.9)]
    [InlineData("W", 3.9)]
    [InlineData("QR", 3.8)]
    [InlineData("it's", 1)]
    [InlineData("don't", 1.9)]
    [InlineData("don’t", 1.9)]
    [InlineData("rows'", 1.9)]
    [InlineData("areas' sum", 5.8)]
    [InlineData("Dr. Noether", 5.8)]
    public void Words(string text, double syllables) => Check(text, syllables, 0);

    [Theory]
    [InlineData("12", 1.9)]
    [InlineData("1.5", 5.7)] // one point five
    [InlineData("1,5", 5.7)]
    [InlineData("1.234", 9.5)] // one point two three four
    [InlineData("1,234", 14.4)] // one thousand two hundred thirty four
    [InlineData("1.2.3", 7.6)] // one point two, three
    [InlineData("21st", 4.8)]
    [InlineData("21st row", 6.7)]
    [InlineData("21stone", 6.7)]
    [InlineData("3rdw", 3.8)]
    [InlineData("21 a b", 7.7)]
    public void Numbers(string text, double syllables) => Check(text, syllables, 0);

    [Theory]
    [InlineData("2", "German", 2.05)]
    [InlineData("1.984", "German", 15.75)] // one thousand nine hundred eighty four
    [InlineData("1,984", "German", 10.25)] // one point nine eight four
    public void Numbers_of_other_languages(string text, string language, double syllables) =>
        SpeechMeasure.Of(text, language).Syllables.ShouldBe(syllables, 1e-9);

    [Theory]
    [InlineData("x = 2", 5.8)]
    [InlineData("-3", 3.9)]
    [InlineData("x -3", 5.8)]
    [InlineData("3-4", 3.8)]
    [InlineData("33-4", 6.7)]
    public void Signs_that_are_said(string text, double syllables) => Check(text, syllables, 0);

    [Theory]
    [InlineData("row, row", 3.8, 1)]
    [InlineData("row. Row", 3.8, 2)]
    [InlineData("row,. Row", 3.8, 2)]
    [InlineData("row.\"", 1.9, 0)]
    [InlineData(", row", 1.9, 0)]
    [InlineData("12, row", 3.8, 1)]
    [InlineData("row - row", 3.8, 1.3)]
    [InlineData("row, - row", 3.8, 1.3)]
    [InlineData("row. - row", 3.8, 2)]
    [InlineData("row- row", 3.8, 0)]
    [InlineData("row -row", 3.8, 0)]
    [InlineData("row -", 1.9, 0)]
    [InlineData("row—row", 3.8, 1.3)]
    [InlineData("3:4", 3.8, 0)]
    [InlineData("e.g. row", 5.7, 0)]
    [InlineData("e.g, row", 5.7, 1)]
    public void Rests(string text, double syllables, double pauses) => Check(text, syllables, pauses);

    [Fact]
    public void A_text_that_is_cut_before_its_end_includes_the_rest_before_the_next_word()
    {
        SpeechMeasure.Of("row, row", 0, 5, "English").Pauses.ShouldBe(1);
        SpeechMeasure.Of("row, row", 0, 3, "English").Pauses.ShouldBe(0);
    }

    private static void Check(string text, double syllables, double pauses)
    {
        var measure = SpeechMeasure.Of(text, "English");

        measure.Syllables.ShouldBe(syllables, 1e-9);
        measure.Pauses.ShouldBe(pauses, 1e-9);
    }
}
