using FlamingHorse.Narration.Captions;

namespace FlamingHorse.Narration.Tests;

/// <summary>Where scripts without spaces begin and end among Unicode's blocks.</summary>
public class UnspacedScriptTests
{
    [Theory]
    [InlineData('\u2E80', '\uA4CF')] // CJK radicals to the radicals of Yi
    [InlineData('\uF900', '\uFAFF')] // compatibility ideographs
    [InlineData('\uFF00', '\uFFEF')] // halfwidth and fullwidth forms
    public void A_block_holds_its_first_and_its_last_character_and_no_neighbour(char first, char last)
    {
        UnspacedScript.Has(first).ShouldBeTrue();
        UnspacedScript.Has(last).ShouldBeTrue();
        UnspacedScript.Has((char)(first - 1)).ShouldBeFalse();
        UnspacedScript.Has((char)(last + 1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("plain", false)]
    [InlineData("한국어", false)] // written with spaces
    [InlineData("a行", true)]
    public void A_word_is_in_such_a_script_if_one_of_its_characters_is(string word, bool isUnspaced) =>
        UnspacedScript.IsIn(word).ShouldBe(isUnspaced);
}
