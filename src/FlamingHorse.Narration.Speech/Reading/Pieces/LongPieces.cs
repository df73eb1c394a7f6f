using FlamingHorse.Narration.Speech.Reading.Lexicon;

namespace FlamingHorse.Narration.Speech.Reading.Pieces;

/// <summary>Splits what is too long for one run of the voice: at a clause mark, else between words, near the middle.</summary>
internal static class LongPieces
{
    /// <summary>The most phonemes of a piece.</summary>
    public const int Longest = 400;

    public static IEnumerable<Piece> Split(Piece piece)
    {
        if (piece.Phonemes.Length <= Longest)
        {
            return [piece];
        }

        var at = FindCut(piece.Phonemes);
        return Split(Cut(piece, 0, at)).Concat(Split(Cut(piece, at, piece.Phonemes.Length)));
    }

    // A cut far from the middle leaves a scrap that sounds like a sentence of its own.
    private static int FindCut(string phonemes)
    {
        var middle = phonemes.Length / 2;
        var spaces = Enumerable.Range(1, phonemes.Length - 1).Where(at => phonemes[at] == ' ').ToList();
        var clauses = spaces.Where(at => Phonemes.IsPhraseMark(phonemes[at - 1]) || phonemes[at - 1] == ')');
        var near = clauses.Where(at => at > phonemes.Length / 8 && at < 7 * phonemes.Length / 8).ToList();
        var places = near.Count > 0 ? near : spaces;
        return places.Count == 0 ? middle : places.MinBy(at => Math.Abs(at - middle));
    }

    private static Piece Cut(Piece piece, int start, int end)
    {
        var part = piece.Phonemes[start..end];
        var from = start + part.Length - part.TrimStart().Length;
        var to = from + part.Trim().Length;
        var words = piece
            .Words.Where(word => word.Start < to && word.End > from)
            .Select(word => new WordSpan(word.Word, Math.Max(word.Start, from) - from, Math.Min(word.End, to) - from));
        return new Piece(piece.Phonemes[from..to], [.. words]);
    }
}
