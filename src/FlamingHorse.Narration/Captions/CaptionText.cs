using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Captions;

/// <summary>Divides a text into words that fit on a line.</summary>
internal static class CaptionText
{
    private const string SentenceEnds = ".!?…。！？؟।";
    private const string PhraseEnds = ",;:–—、，；：،؛";
    private const string Vowels = "aeiouyAEIOUYäöüåøÄÖÜÅØéèêëáàâãóòôõíìîïúùûœæÉÈÊËÁÀÂÃÓÒÔÕÍÌÎÏÚÙÛŒÆ";
    private const string SpokenSymbols = "=+<>^*/√∑∫≤≥≠×÷·%";
    private const string Closers = "\"')]}»”’›」』）】";

    public static List<CaptionWord> Words(string text, int maxLength)
    {
        var words = new List<CaptionWord>();
        var tokens = Tokens(text);
        for (var token = 0; token < tokens.Count; token++)
        {
            AddPieces(words, Sound(tokens[token]), token, maxLength);
        }

        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Break == CaptionBreak.Word)
            {
                words[i] = words[i] with { Break = CaptionGrammar.Between(words[i].Text, words[i + 1].Text) };
            }
        }

        return words;
    }

    /// <summary>What white space divides a text into.</summary>
    public static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var position = 0;
        while (position < text.Length)
        {
            if (IsBlank(text[position]))
            {
                position++;
                continue;
            }

            var end = position;
            while (end < text.Length && !IsBlank(text[end]))
            {
                end++;
            }

            tokens.Add(text.Substring(position, end - position));
            position = end;
        }

        return tokens;
    }

    /// <summary>White space, and the control characters that no caption format can carry.</summary>
    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    /// <summary>A lone surrogate can't be written as UTF-8: the replacement character stands for it.</summary>
    private static string Sound(string word)
    {
        StringBuilder? sound = null;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsSurrogate(word[i]))
            {
                continue;
            }

            if (i + 1 < word.Length && char.IsSurrogatePair(word[i], word[i + 1]))
            {
                i++;
                continue;
            }

            sound ??= new StringBuilder(word);
            sound[i] = '\uFFFD';
        }

        return sound?.ToString() ?? word;
    }

    /// <summary>Scripts without spaces break between characters; everything else only where a word is longer than a line.</summary>
    private static void AddPieces(List<CaptionWord> words, string word, int token, int maxLength)
    {
        var spaced = words.Count > 0;
        if (word.Length <= maxLength && !HasUnspacedScript(word))
        {
            words.Add(Word(word, spaced, token));
            return;
        }

        var starts = StringInfo.ParseCombiningCharacters(word);
        var from = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            var next = i + 1 < starts.Length ? starts[i + 1] : word.Length;
            var after = i + 2 < starts.Length ? starts[i + 2] : word.Length;
            var full = after - from > maxLength;
            if (next == word.Length || full || MayBreak(word[next - 1], word[next]))
            {
                words.Add(Word(word.Substring(from, next - from), spaced && from == 0, token));
                from = next;
            }
        }
    }

    private static bool HasUnspacedScript(string word)
    {
        foreach (var character in word)
        {
            if (IsUnspaced(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayBreak(char before, char after) =>
        (IsUnspaced(before) || IsUnspaced(after))
        && !IsClosing(after)
        && !char.IsSurrogate(before)
        && !char.IsSurrogate(after)
        && CharUnicodeInfo.GetUnicodeCategory(before) is not (UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation);

    private static bool IsClosing(char character) =>
        Closers.Contains(character)
        || SentenceEnds.Contains(character)
        || PhraseEnds.Contains(character)
        || character is 'ー' or '々' or 'っ' or 'ッ' or 'ゃ' or 'ゅ' or 'ょ' or 'ャ' or 'ュ' or 'ョ';

    /// <summary>Han, kana and their punctuation. Korean has spaces.</summary>
    private static bool IsUnspaced(char character) =>
        character is (>= '\u2E80' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');

    private static CaptionWord Word(string text, bool spaced, int token)
    {
        var ends = BreakAfter(text);
        var pause = ends switch
        {
            CaptionBreak.Sentence => 2.0,
            CaptionBreak.Phrase => 1.0,
            _ => 0.0,
        };
        return new CaptionWord(text, spaced, Syllables(text) + pause, ends, token) { Pause = pause, IsSounding = HasSound(text) };
    }

    private static bool HasSound(string text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character) || SpokenSymbols.Contains(character))
            {
                return true;
            }
        }

        return false;
    }

    private static CaptionBreak BreakAfter(string word)
    {
        var last = word.Length - 1;
        while (last > 0 && Closers.Contains(word[last]))
        {
            last--;
        }

        return SentenceEnds.Contains(word[last]) ? CaptionBreak.Sentence
            : PhraseEnds.Contains(word[last]) ? CaptionBreak.Phrase
            : CaptionBreak.Word;
    }

    /// <summary>
    /// Runs of vowels in Latin letters, a syllable a Han or kana character, digits as they are read out, a share for other scripts.
    /// </summary>
    private static double Syllables(string word)
    {
        double syllables = 0;
        var inVowels = false;
        foreach (var character in word)
        {
            var isVowel = Vowels.Contains(character);
            syllables +=
                isVowel ? (inVowels ? 0 : 1)
                : IsUnspaced(character) ? 1
                : char.IsDigit(character) ? 1.3
                : char.IsLetter(character) && character > '\u024F' ? 0.45
                : SpokenSymbols.Contains(character) ? 1.5
                : 0;
            inVowels = isVowel;
        }

        return Math.Max(syllables, 0.5);
    }
}
