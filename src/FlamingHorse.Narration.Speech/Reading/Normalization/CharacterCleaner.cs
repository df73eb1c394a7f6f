using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>Brings a token to the characters that the later stages know, and sets aside what has no reading.</summary>
/// <param name="tables">Their symbols stay as they are.</param>
/// <param name="knowsLetter">Whether a word of such letters can be read.</param>
internal sealed class CharacterCleaner(WordTables tables, Func<char, bool> knowsLetter)
{
    private const string Kept = "—–…“”‘’";

    /// <summary>The token with other forms of its characters replaced, and the characters that were left out, as written.</summary>
    public (string Text, string Unread) Clean(string token)
    {
        if (!token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return (token, "");
        }

        var text = new StringBuilder();
        var unread = new StringBuilder();
        var isAfterUnread = false;
        foreach (var rune in token.EnumerateRunes())
        {
            if (IsUnheard(rune))
            {
                // A mark or a joiner belongs to what it follows.
                unread.Append(isAfterUnread ? rune.ToString() : "");
                continue;
            }

            var replaced = Replace(rune, text);
            isAfterUnread = replaced is null;
            if (isAfterUnread)
            {
                unread.Append(rune.ToString());
            }
            else
            {
                text.Append(replaced);
            }
        }

        return (text.ToString(), unread.ToString());
    }

    private string? Replace(Rune rune, StringBuilder before)
    {
        if (CharacterForms.Plain(rune, before) is { } plain)
        {
            return plain;
        }

        if (!rune.IsBmp)
        {
            return null;
        }

        var sign = (char)rune.Value;
        var isKept =
            Kept.Contains(sign)
            || MathSymbols.NameOf(sign) is not null
            || GreekLetters.IsGreek(sign)
            || tables.Symbols.ContainsKey(sign.ToString())
            || tables.Currencies.ContainsKey(sign.ToString())
            || (char.IsLetter(sign) && knowsLetter(sign));
        return isKept ? sign.ToString() : LatinFolding.Fold(sign)?.ToString();
    }

    private static bool IsUnheard(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format
                or UnicodeCategory.Control;
}
