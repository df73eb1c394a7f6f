using FlamingHorse.Narration.Testing.Transcripts;
using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging.Transcripts;

public sealed class SpokenFormTests
{
    public static TheoryData<TextPair> Pairs => [.. TextPair.ReadAll()];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Pairs))]
    public void Texts_that_say_the_same_have_the_same_words_and_others_do_not(TextPair pair)
    {
        var (first, second) = (Words(pair.First, pair.Language), Words(pair.Second, pair.Language));
        if (pair.IsSame)
        {
            first.ShouldBe(second);
        }
        else
        {
            first.ShouldNotBe(second);
        }
    }

    [Fact]
    public void Every_word_knows_the_token_that_it_was_written_in() =>
        SpokenForm
            .Of("A hundred and 25%, — twenty-one", "English")
            .ShouldBe([
                new("one", 0),
                new("hundred", 1),
                new("twenty", 3),
                new("five", 3),
                new("percent", 3),
                new("twenty", 5),
                new("one", 5),
            ]);

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("— … !")]
    public void A_text_without_a_word_has_no_words(string text) => SpokenForm.Of(text, "English").ShouldBeEmpty();

    [Fact]
    public void Digits_of_every_length_and_kind_are_read_without_an_error() =>
        string.Join(' ', SpokenForm.Of("000 12345678901234567890 ٣", "English").Select(word => word.Form))
            .ShouldBe("zero one two three four five six seven eight nine zero one two three four five six seven eight nine zero ٣");

    private static string Words(string text, string language) => string.Join(' ', SpokenForm.Of(text, language).Select(word => word.Form));
}
