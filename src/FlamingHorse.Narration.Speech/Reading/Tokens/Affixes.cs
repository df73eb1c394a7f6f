using System.Globalization;

namespace FlamingHorse.Narration.Speech.Reading.Tokens;

/// <summary>spaCy's English rules of what is parted from a word at its start, at its end and inside it.</summary>
/// <remarks>https://github.com/explosion/spaCy, spacy/lang/punctuation.py and spacy/lang/en/punctuation.py</remarks>
internal static class Affixes
{
    private const string Punctuation = "…,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪";
    private const string Quotes = "'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉⟦⟧";
    private const string Currencies = "$£€¥฿₽﷼₴₠₡₢₣₤₥₦₧₨₩₪₫₭₮₯₰₱₲₳₵₶₷₸₹₺₻₼₾₿";

    private static readonly HashSet<string> Units =
    [
        .. "km km² km³ m m² m³ dm dm² dm³ cm cm² cm³ mm mm² mm³ ha µm nm yd in ft kg g mg µg t lb oz m/s km/h kmh mph".Split(' '),
        .. "hPa Pa mbar mb MB kb KB gb GB tb TB T G M K %".Split(' '),
    ];

    private static readonly int LongestUnit = Units.Max(unit => unit.Length);

    /// <summary>How many characters are parted from the start; 0 for none.</summary>
    public static int PrefixLength(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return 0;
        }

        var points = word.IndexOfAnyExcept('.');
        points = points < 0 ? word.Length : points;
        if (points > 0)
        {
            return points > 1 ? points : 0;
        }

        return word[0] == '+' ? (word.Length > 1 && char.IsAsciiDigit(word[1]) ? 0 : 1)
            : "§%=—–".Contains(word[0]) || IsMark(word[0]) || Currencies.Contains(word[0]) ? 1
            : 0;
    }

    /// <summary>How many characters are parted from the end; 0 for none.</summary>
    public static int SuffixLength(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return 0;
        }

        var points = word.Length - 1 - word.LastIndexOfAnyExcept('.');
        if (points > 1)
        {
            return points;
        }

        for (var length = Math.Min(LongestUnit, word.Length - 1); length > 0; length--)
        {
            if (char.IsAsciiDigit(word[^(length + 1)]) && Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[^length..]))
            {
                return length;
            }
        }

        if (word.Length > 1 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’')
        {
            return 2;
        }

        var last = word[^1];
        if (last is '—' or '–' || IsMark(last))
        {
            return 1;
        }

        var follows = word.Length > 1 ? word[^2] : '\0';
        return (last == '+' || Currencies.Contains(last)) && char.IsAsciiDigit(follows) ? 1
            : last == '.' && EndsBeforePoint(word[..^1]) ? 1
            : 0;
    }

    /// <summary>How many characters at a place inside a word are a token of their own; 0 for none.</summary>
    public static int InfixLength(ReadOnlySpan<char> word, int at)
    {
        if (word[at] == '…' || IsIcon(word[at]))
        {
            return 1;
        }

        var points = word[at..].IndexOfAnyExcept('.');
        points = points < 0 ? word.Length - at : points;
        if (points > 1)
        {
            return points;
        }

        var length = word[at] == '-' && at + 1 < word.Length && word[at + 1] == '-' ? word[at..].IndexOfAnyExcept('-') : 1;
        if (length < 1 || at + length >= word.Length)
        {
            return 0;
        }

        var (before, after) = (word[at - 1], word[at + length]);
        var parts = word[at] switch
        {
            '+' or '-' or '*' or '^' when char.IsAsciiDigit(before) && (char.IsAsciiDigit(after) || after == '-') => true,
            '.' => (IsLower(before) || Quotes.Contains(before)) && (IsUpper(after) || Quotes.Contains(after)),
            ',' => char.IsLetter(before) && char.IsLetter(after),
            '-' or '–' or '—' or '~' or ':' or '<' or '>' or '=' or '/' => char.IsLetter(after)
                && (char.IsLetter(before) || char.IsAsciiDigit(before)),
            _ => false,
        };
        return parts ? length : 0;
    }

    private static bool EndsBeforePoint(ReadOnlySpan<char> word) =>
        !word.IsEmpty
        && (
            char.IsAsciiDigit(word[^1])
            || IsLower(word[^1])
            || "%²-+".Contains(word[^1])
            || IsMark(word[^1])
            || (word.Length > 1 && IsUpper(word[^1]) && IsUpper(word[^2]))
        );

    private static bool IsMark(char sign) => Punctuation.Contains(sign) || Quotes.Contains(sign) || IsIcon(sign);

    private static bool IsIcon(char sign) => sign > 127 && char.GetUnicodeCategory(sign) == UnicodeCategory.OtherSymbol;

    // Letters without case count as both, as in spaCy's classes.
    private static bool IsLower(char letter) => char.IsLetter(letter) && !char.IsUpper(letter);

    private static bool IsUpper(char letter) => char.IsLetter(letter) && !char.IsLower(letter);
}
