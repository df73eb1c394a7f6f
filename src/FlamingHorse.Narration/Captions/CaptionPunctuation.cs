namespace FlamingHorse.Narration.Captions;

/// <summary>What punctuation tells about where a caption may end.</summary>
internal static class CaptionPunctuation
{
    private const string SentenceEnds = ".!?…。！？؟।";
    private const string PhraseEnds = ",;:–—、，；：،؛";
    private const string Closers = "\"')]}»”’›」』）】";

    /// <summary>Whether a character may not begin a line.</summary>
    public static bool IsClosing(char character) =>
        Closers.Contains(character)
        || SentenceEnds.Contains(character)
        || PhraseEnds.Contains(character)
        || character is 'ー' or '々' or 'っ' or 'ッ' or 'ゃ' or 'ゅ' or 'ょ' or 'ャ' or 'ュ' or 'ョ';

    /// <summary>What ends with a word.</summary>
    public static CaptionBreak BreakAfter(string word)
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
}
