using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Text;

/// <summary>Lexicon lines of phonemes: for a voice that takes them the word stays in the text, and its place is known.</summary>
public class PronunciationTests
{
    [Theory]
    [InlineData("of Cauchy.", "1,1 kˈOʃi")]
    [InlineData("Cauchy", "0,1 kˈOʃi")]
    [InlineData("(Cauchy), Cauchy!", "0,1 kˈOʃi; 1,1 kˈOʃi")]
    [InlineData("In Cauchy's proof, Cauchy’s.", "1,1 kˈOʃiz; 3,1 kˈOʃiz")]
    [InlineData("Bach's and Gauss's", "0,1 bˈɑks; 2,1 gˈWsᵻz")]
    [InlineData("a Markov chain's state", "1,2 mˈɑɹkɔv ʧˈAnz")]
    [InlineData("Cauchy-Schwarz", "")]
    [InlineData("cauchy", "")]
    public void The_tokens_of_a_word_with_phonemes_are_found(string text, string expected)
    {
        var lexicon = Parse("Cauchy = /kˈOʃi/\nBach = /bˈɑk/\nGauss = /gˈWs/\nMarkov chain = /mˈɑɹkɔv ʧˈAn/");

        lexicon.ForPhonemes().Apply(text, "English").ShouldBe(text);
        string.Join("; ", lexicon.FindPronunciations(text, "English").Select(p => $"{p.Token},{p.Count} {p.Phonemes}")).ShouldBe(expected);
    }

    [Fact]
    public void No_word_is_found_within_another()
    {
        var lexicon = Parse("Markov chain = /mˈɑɹkɔv ʧˈAn/\nchain = /ʧˈAn/");

        lexicon.FindPronunciations("a Markov chain", "English").Single().Phonemes.ShouldBe("mˈɑɹkɔv ʧˈAn");
    }

    [Fact]
    public void A_word_may_have_a_line_of_each_kind_and_each_voice_takes_its_own()
    {
        var lexicon = Parse("Cauchy = /kˈOʃi/\nCauchy = Koshy\nrow = roe");

        lexicon.Apply("Cauchy's row", "English").ShouldBe("Koshy's roe");
        lexicon.ForPhonemes().Apply("Cauchy's row", "English").ShouldBe("Cauchy's roe");
        lexicon.FindOnlyPhonemes("Koshy's roe", "English").ShouldBeNull();
    }

    [Fact]
    public void A_word_with_phonemes_only_is_reported_for_voices_that_take_none()
    {
        var lexicon = Parse("Cauchy = /kˈOʃi/");

        lexicon.Apply("a Cauchy sequence", "English").ShouldBe("a Cauchy sequence");
        lexicon.FindOnlyPhonemes("a Cauchy sequence", "English")!.Word.ShouldBe("Cauchy");
        lexicon.FindOnlyPhonemes("a sequence", "English").ShouldBeNull();
    }

    [Fact]
    public void A_heading_applies_to_phonemes_too()
    {
        var lexicon = Parse("Cauchy = Koshy\n[English]\nCauchy = /kˈOʃi/");

        lexicon.FindPronunciations("Cauchy", "english").Count.ShouldBe(1);
        lexicon.FindPronunciations("Cauchy", "French").ShouldBeEmpty();
        lexicon.ForPhonemes().Apply("Cauchy", "French").ShouldBe("Koshy");
    }

    [Theory]
    [InlineData("and/or = and / or")]
    [InlineData("slash = /")]
    [InlineData("slashes = //")]
    [InlineData("path = /usr/bin/")]
    public void A_slash_elsewhere_is_a_character_like_any_other(string line)
    {
        Parse(line).Entries.Single().IsPhonemes.ShouldBeFalse();
    }

    [Fact]
    public void Two_lines_of_one_kind_for_a_word_are_an_error()
    {
        var findings = new List<Finding>();
        Lexicon.Parse("Cauchy = /kˈOʃi/\nCauchy = /kˈWʧi/", "lexicon.txt", findings);
        findings.Single().Kind.Code.ShouldBe("FHN1017");
    }

    private static Lexicon Parse(string content)
    {
        var findings = new List<Finding>();
        var lexicon = Lexicon.Parse(content, "lexicon.txt", findings);
        findings.ShouldBeEmpty();
        return lexicon;
    }
}
