namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>
/// Words to phonemes by the voice's two lexicons, gold before silver, and by misaki's rules for what they don't list
/// (https://github.com/hexgrad/misaki, 0.9.4, misaki/en.py).
/// </summary>
internal sealed class EnglishLexicon
{
    private readonly PhonemeTable _gold;
    private readonly PhonemeTable _silver;
    private readonly FunctionWords _functionWords;
    private readonly Acronyms _acronyms;
    private readonly Stems _stems;
    private readonly NumberReader _numbers;

    public EnglishLexicon(PhonemeTable gold, PhonemeTable silver)
    {
        _gold = gold;
        _silver = silver;
        _functionWords = new FunctionWords(gold);
        _acronyms = new Acronyms(gold);
        _stems = new Stems(this);
        _numbers = new NumberReader(word => LookUp(word, null, null, null));
    }

    /// <summary>The phonemes of a word, a number or a symbol that is read as a word; null for one that is unknown.</summary>
    /// <param name="text">The word as written.</param>
    /// <param name="tag">Its part of speech (Penn Treebank).</param>
    /// <param name="opensWord">Whether it is the first part of what is written without spaces.</param>
    /// <param name="context">What follows it.</param>
    public string? Read(string text, string tag, bool opensWord, WordContext context)
    {
        var word = text.Replace('‘', '\'').Replace('’', '\'');
        double? stress =
            LetterCase.IsLower(word) ? null
            : LetterCase.IsUpper(word) ? 2
            : 0.5;
        return ReadWord(word, tag, stress, context) ?? (NumberReader.IsNumber(word, opensWord) ? _numbers.Read(word, opensWord) : null);
    }

    /// <summary>Letter by letter; null when a letter has no name.</summary>
    public string? Spell(string word) => _acronyms.Spell(word);

    /// <summary>Whether the word itself, not a stem of it, can be read.</summary>
    public bool IsKnown(string word)
    {
        if (word.Length == 0)
        {
            return false;
        }

        if (_gold.Contains(word) || Symbols.NameOf(word) is not null || _silver.Contains(word))
        {
            return true;
        }

        if (!LetterCase.IsAllLetters(word) || !LetterCase.IsEnglish(word))
        {
            return false;
        }

        return word.Length == 1
            || (LetterCase.IsUpper(word) && _gold.Contains(word.ToLowerInvariant()))
            || LetterCase.IsUpper(word.AsSpan(1));
    }

    /// <summary>The phonemes of a word that is listed, else of its letters.</summary>
    public string? LookUp(string word, string? tag, double? stress, WordContext? context)
    {
        var isName = false;
        if (LetterCase.IsUpper(word) && !_gold.Contains(word))
        {
            word = word.ToLowerInvariant();
            isName = tag == "NNP";
        }

        var entry = _gold.Find(word) ?? (isName ? null : _silver.Find(word));
        var phonemes = entry?.For(tag, context is { EndsPhrase: true });
        if (phonemes is null || (isName && !phonemes.Contains(Phonemes.PrimaryStress)))
        {
            if (_acronyms.Spell(word) is { } spelled)
            {
                return spelled;
            }
        }

        return phonemes is null ? null : Stress.Apply(phonemes, stress);
    }

    private string? ReadWord(string word, string tag, double? stress, WordContext context)
    {
        if (ReadSpecial(word, tag, stress, context) is { } special)
        {
            return special;
        }

        if (ReadsAsLower(word, tag, stress, context))
        {
            word = word.ToLowerInvariant();
        }

        if (IsKnown(word))
        {
            return LookUp(word, tag, stress, context);
        }

        if (word.EndsWith("s'", StringComparison.Ordinal) && IsKnown(word[..^2] + "'s"))
        {
            return LookUp(word[..^2] + "'s", tag, stress, context);
        }

        return word.EndsWith('\'') && IsKnown(word[..^1])
            ? LookUp(word[..^1], tag, stress, context)
            : _stems.Read(word, tag, stress, context);
    }

    private string? ReadSpecial(string word, string tag, double? stress, WordContext context)
    {
        if (tag == "ADD" && word is "." or "/")
        {
            return LookUp(word == "." ? "dot" : "slash", null, -0.5, context);
        }

        if (Symbols.NameOf(word) is { } name)
        {
            return LookUp(name, null, null, context);
        }

        if (Acronyms.HasInnerPoints(word) || FunctionWords.IsSpelled(word, tag))
        {
            return _acronyms.Spell(word);
        }

        return _functionWords.Read(word, tag, stress, context);
    }

    // A capital says nothing about most words; short names keep theirs, because the tagger saw a name.
    private bool ReadsAsLower(string word, string tag, double? stress, WordContext context)
    {
        if (
            word.Length < 2
            || LetterCase.IsLower(word)
            || (tag == "NNP" && word.Length <= 7)
            || _gold.Contains(word)
            || _silver.Contains(word)
        )
        {
            return false;
        }

        if (!LetterCase.IsUpper(word) && !LetterCase.IsLower(word.AsSpan(1)))
        {
            return false;
        }

        var lower = word.ToLowerInvariant();
        return LetterCase.IsAllLetters(word.Replace("'", "", StringComparison.Ordinal))
            && (_gold.Contains(lower) || _silver.Contains(lower) || _stems.Read(lower, tag, stress, context) is not null);
    }
}
