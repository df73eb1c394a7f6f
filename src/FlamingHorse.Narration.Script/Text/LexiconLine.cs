namespace FlamingHorse.Narration.Script.Text;

/// <summary>The parts of a line <c>word = how it is said # comment</c>.</summary>
internal static class LexiconLine
{
    /// <summary>An '=' with white space on both sides, so that words may hold one; else the first that is not the word itself.</summary>
    public static (int At, int Length) FindSeparator(string line, int start)
    {
        for (var i = start + 1; i < line.Length; i++)
        {
            if (line[i] == '=' && WhiteSpace.Is(line[i - 1]) && (i + 1 == line.Length || WhiteSpace.Is(line[i + 1])))
                return (i, 1);
        }
        return (line.IndexOf('=', start), 1);
    }

    /// <summary>Cuts off what follows a # with white space before it.</summary>
    public static string WithoutComment(string spoken)
    {
        for (var i = 0; i < spoken.Length; i++)
        {
            if (spoken[i] == '#' && i > 0 && WhiteSpace.Is(spoken[i - 1]))
                return spoken.Substring(0, i);
        }
        return spoken;
    }

    /// <summary>The entry of a word; a pronunciation between slashes is written in phonemes.</summary>
    public static LexiconEntry ToEntry(string word, string spoken, string? language, int number)
    {
        var isPhonemes =
            spoken.Trim('/', ' ').Length > 0 && spoken.Length > 2 && spoken[0] == '/' && spoken.IndexOf('/', 1) == spoken.Length - 1;
        return new LexiconEntry(
            LexiconIndex.HasCapital(word) ? word : word.ToLowerInvariant(),
            isPhonemes ? spoken.Substring(1, spoken.Length - 2).Trim() : spoken,
            language,
            number
        )
        {
            IsPhonemes = isPhonemes,
        };
    }
}
