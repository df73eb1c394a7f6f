using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class PhonemeModeTests
{
    [Fact]
    public void Sentences_are_joined_by_one_space() => SharedReader.Read("Yes. No.").ShouldBe("jˈɛs. nˈO.");

    [Fact]
    public void A_line_without_a_reading_is_empty() => SharedReader.Read("— …").ShouldBeEmpty();

    [Fact]
    public void Pronunciations_are_used_in_the_line() =>
        SharedReader.Read("See [Cauchy](/kˈOʃi/), [New York](/nˈu jˈɔɹk/) too.").ShouldBe("sˈi kˈOʃi, nˈu jˈɔɹk tˈu.");

    [Fact]
    public void A_link_without_phonemes_is_text() => SharedReader.Read("See [this](that).").ShouldBe("sˈi (ðɪs ðˈæt.");

    [Fact]
    public void Only_this_mode_understands_them() =>
        SharedReader.Reader.Read("[Cauchy](/kˈOʃi/)", []).Pieces.ShouldNotContain(piece => piece.Phonemes == "kˈOʃi");
}
