using FlamingHorse.Narration.Speech.Reading.Tokens;
using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class TokenizerTests
{
    private static readonly EnglishTokenizer Tokenizer = EnglishTokenizer.Load(
        Path.Combine(SpeechTestFiles.Voice, "tokenizer_exceptions.json")
    );

    [Theory]
    [InlineData("isn't", "is|n't")]
    [InlineData("(Bayes')", "(|Bayes|'|)")]
    [InlineData("stand-in", "stand|-|in")]
    [InlineData("teacher's", "teacher|'s")]
    [InlineData("U.S.", "U.S.|.")]
    [InlineData("\"Well,", "\"|Well|,")]
    [InlineData("wait...", "wait|...")]
    [InlineData("end.The", "end|.|The")]
    [InlineData("a,b", "a|,|b")]
    [InlineData("10km", "10|km")]
    [InlineData("10am", "10|am")]
    [InlineData("either/or", "either|/|or")]
    [InlineData("3.14", "3.14")]
    [InlineData("1,000", "1,000")]
    public void Words_are_split_as_spaCy_does(string word, string tokens) =>
        string.Join('|', Tokenizer.Tokenize([new SpokenWord(word, 0)]).Select(token => token.Text)).ShouldBe(tokens);

    [Fact]
    public void A_space_follows_the_last_token_of_every_word_but_the_last() =>
        Tokenizer
            .Tokenize([new SpokenWord("(so", 0), new SpokenWord("on)", 1)])
            .Select(token => token.SpaceAfter)
            .ShouldBe([false, true, false, false]);
}
