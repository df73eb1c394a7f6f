using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>Words of languages and scripts beside English in Latin letters.</summary>
public class SyllablesTests
{
    [Theory]
    [InlineData("stelle", "German", 2)]
    [InlineData("auto", "German", 2)]
    [InlineData("mm", "German", 0.5)]
    [InlineData("маятник", "Bulgarian", 2)]
    [InlineData("маятник", "Russian", 3)]
    [InlineData("матрица", "English", 3)]
    [InlineData("ɏ", "English", 1)]
    [InlineData("quiet’", "English", 2)]
    public void Vowels_in_a_row_are_one_syllable_where_the_language_says_so(string word, string language, double syllables) =>
        Count(word, language).ShouldBe(syllables);

    [Theory]
    [InlineData("table", 1)]
    [InlineData("tables", 1)]
    [InlineData("porter", 2)]
    [InlineData("le", 1)]
    [InlineData("eau", 1)]
    [InlineData("maïs", 2)]
    [InlineData("noël", 2)]
    public void A_final_e_is_silent_in_French_and_a_diaeresis_parts(string word, double syllables) =>
        Count(word, "French").ShouldBe(syllables);

    [Theory]
    [InlineData("一鿿", "Chinese", 2)]
    [InlineData("㐀䶿", "Chinese", 2)]
    [InlineData("行列", "Japanese", 3.6)]
    [InlineData("ねこー", "Japanese", 3)]
    [InlineData("ヿ", "Japanese", 1)]
    [InlineData("가힣", "Korean", 2)]
    [InlineData("数a", "Chinese", 2)]
    public void A_character_of_East_Asia_is_a_syllable_or_two_morae(string word, string language, double syllables) =>
        Count(word, language).ShouldBe(syllables);

    [Fact]
    public void A_small_kana_belongs_to_the_one_before_it()
    {
        foreach (var small in "ゃゅょャュョぁぃぅぇぉァィゥェォ")
            (small, Count($"か{small}", "Japanese")).ShouldBe((small, 1));
    }

    [Theory]
    [InlineData("אב", 0.9)]
    [InlineData("אבְְ", 0.9)]
    [InlineData("كتب", 1.35)]
    [InlineData("กขั", 1)]
    [InlineData("ຂຂຂ", 1.5)]
    [InlineData("कका", 1.5)]
    [InlineData("a\u200B", 1)]
    public void A_letter_of_a_script_that_leaves_vowels_out_is_a_part_of_one(string word, double syllables) =>
        Count(word, "Other").ShouldBe(syllables, 1e-9);

    private static double Count(string word, string language) => Syllables.Count(word, SpokenLanguage.Of(language));
}
