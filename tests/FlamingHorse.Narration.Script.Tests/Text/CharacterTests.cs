using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Text;

/// <summary>Which characters belong to words, are white space, or are shown in messages: at the borders of each range.</summary>
public class CharacterTests
{
    [Theory]
    [InlineData("azAZ09_", true)]
    [InlineData("`{@[/:", false)]
    [InlineData("\u00E9\u0301\u0DFF\u0F00\u10A0\u1800\u0903", true)]
    // Thai and Lao, Myanmar, Khmer, kana, Han with its compatibility forms: letters that are no part of a word beside them.
    [InlineData("\u0E01\u0EDF\u1000\u109D\u1780\u17F9\u3041\u30FF\u3400\u4DBF\u4E00\u9FFF\uF900\uFAD9", false)]
    public void Letters_digits_and_marks_join_a_word_except_in_scripts_without_spaces(string characters, bool joins)
    {
        foreach (var c in characters.Where(c => char.IsAscii(c) || char.IsLetterOrDigit(c) || c is '\u0301' or '\u0903'))
            WordBoundary.Glues('a', c).ShouldBe(joins, $"U+{(int)c:X4}");
    }

    /// <summary>The first and the last character of each block, and their neighbours, whatever is assigned there.</summary>
    [Theory]
    [InlineData('\u0E00', '\u0EFF')]
    [InlineData('\u1000', '\u109F')]
    [InlineData('\u1780', '\u17FF')]
    [InlineData('\u3040', '\u30FF')]
    [InlineData('\u3400', '\u9FFF')]
    [InlineData('\uF900', '\uFAFF')]
    public void No_character_of_a_script_without_spaces_joins_a_word(char first, char last)
    {
        for (int c = first; c <= last; c++)
            WordBoundary.Glues('a', (char)c).ShouldBeFalse($"U+{c:X4}");
    }

    [Theory]
    [InlineData("a\u0301", 1, false)] // the accent belongs to the letter
    [InlineData("\u0E01\u0E31", 1, false)] // and a vowel sign to its consonant
    [InlineData("a\u20DD", 1, false)] // an enclosing circle
    [InlineData("\u0915\u093E", 1, false)] // a spacing vowel sign
    [InlineData("a\u0300", 1, false)]
    [InlineData("a\u02FF", 1, true)]
    public void A_word_does_not_end_before_a_combining_mark(string text, int end, bool ends) =>
        WordBoundary.EndsWord(text, end).ShouldBe(ends);

    [Fact]
    public void White_space_is_what_Unicode_counts_as_such()
    {
        const string Expected =
            "\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A"
            + "\u2028\u2029\u202F\u205F\u3000";

        Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(WhiteSpace.Is).ShouldBe(Expected);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\tb\u202Ec", "aU+0009bU+202Ec")]
    [InlineData("🐎", "🐎")]
    [InlineData("🐎🐎", "🐎🐎")]
    public void An_excerpt_shows_what_would_move_the_cursor_by_its_number(string text, string shown) =>
        Printable.Excerpt(text).ShouldBe(shown);

    /// <summary>Not as arguments of an attribute, which are kept in UTF-8.</summary>
    [Fact]
    public void An_excerpt_shows_half_a_character_by_its_number()
    {
        Printable.Excerpt("\uD83D").ShouldBe("U+D83D");
        Printable.Excerpt("\uD83Dx").ShouldBe("U+D83Dx");
        Printable.Excerpt("x\uDC0E").ShouldBe("xU+DC0E");
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(61, true)]
    public void An_excerpt_has_60_characters_and_an_ellipsis(int length, bool isCut) =>
        Printable.Excerpt(new string('x', length)).ShouldBe(new string('x', Math.Min(length, 60)) + (isCut ? "…" : ""));

    [Theory]
    [InlineData("a", "ˈA")]
    [InlineData("A", "ˈA")]
    [InlineData("z", "zˈi")]
    [InlineData("Z", "zˈi")]
    [InlineData("ab", null)]
    [InlineData("`", null)]
    [InlineData("{", null)]
    [InlineData("5", null)]
    [InlineData("é", null)]
    public void A_letter_from_A_to_Z_has_a_name(string letter, string? name) => LetterNames.Find(letter).ShouldBe(name);
}
