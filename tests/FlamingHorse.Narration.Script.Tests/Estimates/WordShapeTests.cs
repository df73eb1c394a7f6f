using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

public class WordShapeTests
{
    [Theory]
    [InlineData("b x Q \u024F QR SVD HTTPS AB ZX AI UI PDA PDE PDI PDO PDU", true)]
    [InlineData("a A I à é e y o \u0250 д Ab xY NASA SINE HTTPSX row BAT BET BIT BOT BUT", false)]
    [InlineData("OR NO IF IS IN ON TO OF", false)]
    public void Single_letters_and_capitals_that_make_no_word_are_spelled(string words, bool isSpelled)
    {
        foreach (var word in words.Split(' '))
            (word, WordShape.IsSpelled(word)).ShouldBe((word, isSpelled));
    }

    [Theory]
    [InlineData("\u0300\u0301\u036Fְा\u0E31", true)]
    [InlineData("a0-\u02FF\u0370א\u2014", false)]
    public void A_mark_belongs_to_the_letter_before_it(string characters, bool isMark)
    {
        foreach (var c in characters)
            (c, WordShape.IsMark(c)).ShouldBe((c, isMark));
    }

    [Theory]
    [InlineData("0123456789", true)]
    [InlineData("/:a٣", false)]
    public void A_digit_is_one_of_ASCII(string characters, bool isDigit)
    {
        foreach (var c in characters)
            (c, WordShape.IsDigit(c)).ShouldBe((c, isDigit));
    }

    [Theory]
    [InlineData("the", "English", true)]
    [InlineData("row", "English", false)]
    [InlineData("数", "English", true)]
    [InlineData("\u2E80", "English", true)]
    [InlineData("die", "German", true)]
    [InlineData("the", "German", true)]
    [InlineData("dann", "German", false)]
    [InlineData("กขคง", "German", true)]
    public void Small_words_and_scripts_without_spaces_have_no_stress(string word, string language, bool isLight) =>
        LightWords.Has(word, SpokenLanguage.Of(language)).ShouldBe(isLight);
}
