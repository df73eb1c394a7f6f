using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>Makes a C# identifier of what a user named something.</summary>
public static class CSharpName
{
    /// <summary>
    /// <c>standing-waves</c> → <c>StandingWaves</c>, <c>scene_01_intro</c> → <c>Scene01Intro</c>, <c>2nd</c> → <c>_2nd</c>. What no
    /// identifier may hold separates words, each of which begins with a capital. Keywords are the code writer's to escape.
    /// </summary>
    /// <returns>null when no part of the name can be used in an identifier.</returns>
    public static string? Of(string name)
    {
        var result = new StringBuilder(name.Length + 1);
        var atStart = true;
        foreach (var c in name)
        {
            if (!CanContinue(c))
            {
                atStart = true;
                continue;
            }
            // A combining mark cannot begin a word; it belongs to a letter that was left out.
            if (atStart && !CanBegin(c) && !char.IsDigit(c))
                continue;
            if (result.Length == 0 && !CanBegin(c))
                result.Append('_');
            result.Append(atStart ? char.ToUpperInvariant(c) : c);
            atStart = false;
        }
        return result.Length == 0 ? null : result.ToString();
    }

    private static bool CanBegin(char c) =>
        c < 0x80
            ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
            : char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    private static bool CanContinue(char c) =>
        CanBegin(c)
        || (
            c < 0x80
                ? c is >= '0' and <= '9'
                : CharUnicodeInfo.GetUnicodeCategory(c)
                    is UnicodeCategory.DecimalDigitNumber
                        or UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark
        );
}
