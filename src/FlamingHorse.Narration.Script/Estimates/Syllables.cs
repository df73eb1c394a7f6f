using System.Globalization;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Counts the syllables of a word in any script.</summary>
internal static class Syllables
{
    private const string Vowels =
        "aeiouyàáâãäåāăąæèéêëēĕėęěìíîïĩīĭįıòóôõöøōŏőœùúûüũūŭůűųýÿŷơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
        + "аеёиоуыэюяіїєѣαεηιουωάέήίόύώϊϋΐΰ";

    private static readonly HashSet<char> VowelSet = [.. Vowels];

    /// <param name="word">In lower case.</param>
    /// <param name="language">The language whose rules apply to alphabetic letters.</param>
    public static double Count(string word, SpokenLanguage language)
    {
        if (language.Vowels == VowelRule.English && IsLatin(word))
            return EnglishSyllables.Count(word);

        double count = 0;
        var inGroup = false;
        foreach (var c in word)
        {
            if (IsAlphabetic(c))
            {
                var isVowel = VowelSet.Contains(c);
                // A diaeresis parts what would be one.
                if (isVowel && (!inGroup || language.Vowels == VowelRule.Each || c is 'ï' or 'ë'))
                    count++;
                inGroup = isVowel;
            }
            else
            {
                count += Weight(c, language);
                inGroup = false;
            }
        }

        if (
            language.Vowels == VowelRule.French
            && count > 1
            && (word.EndsWith("e", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal))
        )
        {
            count--;
        }

        return Math.Max(count, 0.5);
    }

    private static bool IsLatin(string word)
    {
        foreach (var c in word)
        {
            if (c > '\u024F' && c != '’')
                return false;
        }
        return true;
    }

    /// <summary>Scripts that write their vowels as letters: Latin, Greek, Cyrillic and the rest of Europe's.</summary>
    private static bool IsAlphabetic(char c) => c < '\u0590' || c is (>= '\u10A0' and <= '\u10FF') or (>= '\u1E00' and <= '\u1FFF');

    private static double Weight(char c, SpokenLanguage language) =>
        c switch
        {
            // Japanese reads a character in about two morae.
            >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' => language.Vowels == VowelRule.Each ? 1.8 : 1,
            'ゃ' or 'ゅ' or 'ょ' or 'ャ' or 'ュ' or 'ョ' or 'ぁ' or 'ぃ' or 'ぅ' or 'ぇ' or 'ぉ' or 'ァ' or 'ィ' or 'ゥ' or 'ェ' or 'ォ' =>
                0,
            >= '\u3040' and <= '\u30FF' => 1,
            >= '\uAC00' and <= '\uD7A3' => 1,
            >= '\u0590' and <= '\u08FF' => char.IsLetter(c) ? 0.45 : 0, // Hebrew and Arabic leave most vowels out
            >= '\u0E00' and <= '\u0EFF' => char.IsLetter(c) ? 0.5 : 0,
            // The scripts of India and others: a letter is a syllable, or part of one.
            _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter ? 0.75 : 0,
        };
}
