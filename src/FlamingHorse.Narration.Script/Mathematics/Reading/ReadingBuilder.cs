using System.Text;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>From pieces to the words of a reading.</summary>
internal static class ReadingBuilder
{
    public static FormulaReading Build(
        string latex,
        IReadOnlyList<Piece> pieces,
        string fallback,
        string caption,
        IReadOnlyList<CaptionWord> captionWords,
        List<FormulaProblem> problems,
        IReadOnlyList<int> marks
    )
    {
        var words = new List<SpokenWord>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece.IsPause)
            {
                if (words.Count > 0 && words[words.Count - 1].Text is var last && last[last.Length - 1] is not (',' or ';'))
                    words[words.Count - 1] = words[words.Count - 1] with { Text = last + piece.Text };
                continue;
            }
            var text = SpokenCharacters.Clean(piece.Text);
            if (text.Length > 0)
                words.Add(new SpokenWord(text, piece.IsLetter, piece.Start, piece.End, 0));
        }
        if (words.Count > 0)
            words[words.Count - 1] = words[words.Count - 1] with { Text = WithoutPause(words[words.Count - 1].Text) };
        if (!words.Exists(word => SpokenCharacters.HasSpeech(word.Text)))
            words = [new SpokenWord(fallback, false, 0, latex.Length, 0)];
        MapToCaption(words, captionWords);

        var spoken = new StringBuilder();
        foreach (var word in words)
            spoken.Append(spoken.Length > 0 ? " " : "").Append(word.Text);
        return new FormulaReading
        {
            Spoken = spoken.ToString(),
            Caption = caption,
            Words = words,
            CaptionWords = captionWords,
            Problems = [.. problems.Distinct().OrderBy(problem => problem.Offset)],
            MarkWords = [.. marks.Select(mark => WordBehind(words, mark))],
        };
    }

    private static string WithoutPause(string word) =>
        word.Length > 1
            ? word.TrimEnd(',', ';') is { Length: > 0 } bare
                ? bare
                : word
            : word;

    private static int WordBehind(List<SpokenWord> words, int mark) =>
        words.FindIndex(word => word.Start >= mark) is var at and >= 0 ? at : words.Count;

    /// <summary>To the last word of the caption that begins at or before what was read; never back.</summary>
    private static void MapToCaption(List<SpokenWord> words, IReadOnlyList<CaptionWord> captionWords)
    {
        var reached = 0;
        for (var i = 0; i < words.Count; i++)
        {
            for (var at = captionWords.Count - 1; at > reached; at--)
            {
                if (captionWords[at].Start > words[i].Start)
                    continue;
                reached = at;
                break;
            }
            words[i] = words[i] with { CaptionWord = reached };
        }
    }
}
