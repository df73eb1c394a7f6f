using FlamingHorse.Narration.Speech.Reading;
using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class PronunciationTests
{
    [Fact]
    public void An_author_says_how_a_word_sounds()
    {
        var read = SharedReader.Reader.Read("We owe this to Cauchy, and to others.", [new Pronunciation(4, 1, "kˈOʃi")]);

        var piece = read.Pieces.ShouldHaveSingleItem();
        piece.Phonemes.ShouldContain("tə kˈOʃi, ænd");
        var word = piece.Words.Single(word => word.Word == 4);
        piece.Phonemes[word.Start..word.End].ShouldBe("kˈOʃi");
    }

    [Fact]
    public void Several_tokens_share_a_pronunciation_word_by_word()
    {
        var words = SharedReader.ReadWords("See New York now.", new Pronunciation(1, 2, "nˈu jˈɔɹk"));

        words[1].ShouldBe("nˈu");
        words[2].ShouldBe("jˈɔɹk");
    }

    [Fact]
    public void One_word_of_phonemes_for_two_tokens_stands_at_the_first()
    {
        var words = SharedReader.ReadWords("See New York now.", new Pronunciation(1, 2, "nˈujɔɹk"));

        words[1].ShouldBe("nˈujɔɹk");
        words.Keys.ShouldNotContain(2);
        words[3].ShouldBe("nˈW");
    }

    [Fact]
    public void What_is_written_in_digits_can_have_a_pronunciation_too() =>
        SharedReader.ReadWords("Boot OS/2 now.", new Pronunciation(1, 1, "ˌOˌɛstˈu"))[1].ShouldBe("ˌOˌɛstˈu");

    [Fact]
    public void The_word_before_depends_on_the_first_sound_of_a_pronunciation() =>
        SharedReader.ReadWords("the Xyz", new Pronunciation(1, 1, "ˈɛks"))[0].ShouldBe("ði");

    [Fact]
    public void Characters_outside_the_alphabet_are_left_out() =>
        SharedReader.ReadWords("Say Xyz now.", new Pronunciation(1, 1, "k€ˈOʃ/i"))[1].ShouldBe("kˈOʃi");
}
