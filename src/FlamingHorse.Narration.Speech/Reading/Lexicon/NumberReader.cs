namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Reads what is written in digits: cardinals, ordinals, years, decimals, and parts of names such as <c>X100</c>.</summary>
/// <param name="lookUp">The phonemes of a number word.</param>
internal sealed class NumberReader(Func<string, string?> lookUp)
{
    private static readonly string[] Endings = ["ing", "'d", "ed", "'s", "st", "nd", "rd", "th", "s"];

    /// <summary>Whether the word is digits with points and commas, perhaps with a minus before and an ending after.</summary>
    public static bool IsNumber(string word, bool opensWord)
    {
        var body = word[..^EndingOf(word).Length];
        var digits = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (char.IsAsciiDigit(body[i]))
            {
                digits++;
            }
            else if (body[i] is not (',' or '.') && !(opensWord && i == 0 && body[i] == '-'))
            {
                return false;
            }
        }

        return digits > 0;
    }

    /// <summary>The phonemes of a number, its words parted by spaces.</summary>
    public string? Read(string word, bool opensWord)
    {
        var ending = EndingOf(word);
        var body = word[..^ending.Length];
        var words = new List<string>();
        if (body[0] == '-')
        {
            words.Add("minus");
            body = body[1..];
        }

        AddNumber(words, body, ending, opensWord);
        var phonemes = string.Join(' ', words.Select(SoundOf).OfType<string>());
        if (phonemes.Length == 0)
        {
            return null;
        }

        return ending switch
        {
            "s" or "'s" => Inflection.AddS(phonemes),
            "ed" or "'d" => Inflection.AddEd(phonemes),
            "ing" => Inflection.AddIng(phonemes),
            _ => phonemes,
        };
    }

    private string? SoundOf(string word) => lookUp(word) is { } phonemes ? Stress.Apply(phonemes, word == "point" ? -2 : null) : null;

    private static void AddNumber(List<string> words, string body, string ending, bool opensWord)
    {
        var digits = body.Replace(",", "", StringComparison.Ordinal);
        var isWhole = !body.Contains('.');
        if (ending is "st" or "nd" or "rd" or "th" && isWhole)
        {
            words.AddRange(NumberWords.Ordinal(digits));
        }
        else if (body.Length == 4 && digits.Length == 4 && isWhole && words.Count == 0)
        {
            words.AddRange(NumberWords.Year(digits));
        }
        else if (!opensWord && isWhole)
        {
            AddWithinName(words, digits);
        }
        else if (body.Count(sign => sign == '.') > 1 || !opensWord)
        {
            AddParts(words, digits);
        }
        else if (isWhole)
        {
            words.AddRange(NumberWords.Cardinal(digits));
        }
        else
        {
            AddDecimal(words, digits);
        }
    }

    // Inside a name, three digits are read as 7 47, and long numbers digit by digit.
    private static void AddWithinName(List<string> words, string digits)
    {
        if (digits[0] == '0' || digits.Length > 3)
        {
            words.AddRange(NumberWords.Digits(digits));
        }
        else if (digits.Length == 3 && !digits.EndsWith("00", StringComparison.Ordinal))
        {
            words.AddRange(NumberWords.Cardinal(digits[..1]));
            if (digits[1] == '0')
            {
                words.Add("oh");
                words.AddRange(NumberWords.Cardinal(digits[2..]));
            }
            else
            {
                words.AddRange(NumberWords.Cardinal(digits[1..]));
            }
        }
        else
        {
            words.AddRange(NumberWords.Cardinal(digits));
        }
    }

    private static void AddParts(List<string> words, string digits)
    {
        foreach (var part in digits.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var byDigit = part[0] == '0' || (part.Length != 2 && part.AsSpan(1).ContainsAnyExcept('0'));
            words.AddRange(byDigit ? NumberWords.Digits(part) : NumberWords.Cardinal(part));
        }
    }

    private static void AddDecimal(List<string> words, string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point > 0)
        {
            words.AddRange(NumberWords.Cardinal(digits[..point]));
        }

        if (point < digits.Length - 1)
        {
            words.Add("point");
            words.AddRange(NumberWords.Digits(digits[(point + 1)..]));
        }
    }

    private static string EndingOf(string word) => Endings.FirstOrDefault(ending => word.EndsWith(ending, StringComparison.Ordinal)) ?? "";
}
