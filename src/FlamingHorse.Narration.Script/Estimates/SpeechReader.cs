namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Goes through a text as a voice does and adds up what there is to say. One instance reads once.</summary>
internal sealed class SpeechReader(string text, int start, int end, SpokenLanguage language)
{
    // A stressed word takes longer than its syllables, by so much of one.
    private const double Stress = 0.9;

    private int _at = start;
    private double _syllables;
    private double _pauses;
    private double _rest; // since the last word; counts when another follows

    public SpeechMeasure Read()
    {
        while (_at < end)
        {
            var c = text[_at];
            if (char.IsLetter(c))
                ReadWord();
            else if (WordShape.IsDigit(c))
                ReadNumber();
            else
                ReadSign(c);
        }
        // Cut before the end of the text: the next word begins after the rest.
        if (end < text.Length)
            _pauses += _rest;
        return new SpeechMeasure(_syllables, _pauses);
    }

    private void ReadWord()
    {
        var from = _at;
        while (
            _at < end
            && (
                char.IsLetter(text[_at])
                || WordShape.IsMark(text[_at])
                || (WordShape.IsApostrophe(text[_at]) && _at + 1 < text.Length && char.IsLetter(text[_at + 1]))
            )
        )
        {
            _at++;
        }

        var written = text.Substring(from, _at - from);
        if (WordShape.IsSpelled(written))
        {
            foreach (var letter in written)
                Say((letter is 'w' or 'W' ? 3 : 1) + Stress);
            return;
        }

        var word = written.Replace('’', '\'').ToLowerInvariant();
        if (_at < text.Length && text[_at] == '.' && SpokenSigns.Abbreviation(word) is { } full)
        {
            word = full;
            _at++;
        }
        Say(Syllables.Count(word, language) + (LightWords.Has(word, language) ? 0 : Stress));
    }

    private void ReadNumber()
    {
        var (whole, fraction, isGrouped) = (ReadDigits(), "", false);
        while (_at + 1 < end && text[_at] is ',' or '.' && WordShape.IsDigit(text[_at + 1]))
        {
            var separator = text[_at++];
            var digits = ReadDigits();
            // "1,000" in English, "1.000" elsewhere.
            if (digits.Length == 3 && separator == (language.Vowels == VowelRule.English ? ',' : '.'))
            {
                whole += digits;
                isGrouped = true;
                continue;
            }
            fraction = digits;
            break;
        }
        foreach (var word in NumberWords.Of(whole, fraction, isGrouped).Split([' '], StringSplitOptions.RemoveEmptyEntries))
            Say(EnglishSyllables.Count(word) * language.NumberFactor + Stress);
        // 1st, 2nd, 20th: the ending is part of the number's last word.
        if (
            _at + 1 < end
            && text.Substring(_at, 2) is "st" or "nd" or "rd" or "th"
            && !(_at + 2 < text.Length && char.IsLetter(text[_at + 2]))
        )
        {
            _at += 2;
        }
    }

    private string ReadDigits()
    {
        var from = _at;
        while (_at < end && WordShape.IsDigit(text[_at]))
            _at++;
        return text.Substring(from, _at - from);
    }

    private void ReadSign(char c)
    {
        _at++;
        var syllables = SpokenSigns.Syllables(c);
        if (c == '-')
        {
            var isApart = _at < 2 || text[_at - 2] == ' ';
            if (isApart && _at < text.Length && WordShape.IsDigit(text[_at]))
                syllables = 2;
            else if (isApart && _at < text.Length && text[_at] == ' ')
                _rest = Math.Max(_rest, SpokenSigns.Pause('–'));
        }
        if (syllables > 0)
            Say(syllables);

        if (!IsWithinWord(c))
            _rest = Math.Max(_rest, SpokenSigns.Pause(c));
    }

    /// <summary>"e.g." and "3:4" go on without a rest; the signs of East Asia have their space in themselves.</summary>
    private bool IsWithinWord(char c)
    {
        if (c >= '\u2010')
            return false;
        var isBeforeWord = _at < text.Length && char.IsLetterOrDigit(text[_at]);
        var isAfterDottedLetter = c == '.' && _at > 3 && char.IsLetter(text[_at - 2]) && text[_at - 3] == '.';
        return isBeforeWord || isAfterDottedLetter;
    }

    private void Say(double syllables)
    {
        if (_syllables > 0)
            _pauses += _rest;
        _rest = 0;
        _syllables += syllables;
    }
}
