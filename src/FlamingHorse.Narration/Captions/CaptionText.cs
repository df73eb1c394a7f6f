using System.Globalization;

namespace FlamingHorse.Narration.Captions;

/// <summary>Divides a text into words that fit on a line.</summary>
internal static class CaptionText
{
    public static List<CaptionWord> Words(string text, int maxLength)
    {
        var words = new List<CaptionWord>();
        var tokens = CaptionTokens.Of(text);
        for (var token = 0; token < tokens.Count; token++)
        {
            AddPieces(words, CaptionTokens.WithoutLoneSurrogates(tokens[token]), token, maxLength);
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

    /// <summary>Scripts without spaces break between characters; everything else only where a word is longer than a line.</summary>
    private static void AddPieces(List<CaptionWord> words, string word, int token, int maxLength)
    {
        var spaced = words.Count > 0;
        if (word.Length <= maxLength && !UnspacedScript.IsIn(word))
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
            if (next == word.Length || full || UnspacedScript.MayBreak(word[next - 1], word[next]))
            {
                words.Add(Word(word.Substring(from, next - from), spaced && from == 0, token));
                from = next;
            }
        }
    }

    private static CaptionWord Word(string text, bool spaced, int token)
    {
        var ends = CaptionPunctuation.BreakAfter(text);
        var pause = ends switch
        {
            CaptionBreak.Sentence => 2.0,
            CaptionBreak.Phrase => 1.0,
            _ => 0.0,
        };
        return new CaptionWord(text, spaced, SyllableEstimate.Of(text) + pause, ends, token)
        {
            Pause = pause,
            IsSounding = SyllableEstimate.HasSound(text),
        };
    }
}
