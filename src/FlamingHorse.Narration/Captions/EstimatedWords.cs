namespace FlamingHorse.Narration.Captions;

/// <summary>Estimates when each word is said, by dividing the speech by syllables.</summary>
internal static class EstimatedWords
{
    public static IReadOnlyList<NarrationWord> Of(NarrationSegment segment)
    {
        var pieces = CaptionText.Words(segment.SpokenText, int.MaxValue);
        var (from, to) =
            segment.SpeechEnd > segment.SpeechStart ? (segment.SpeechStart, segment.SpeechEnd) : (TimeSpan.Zero, segment.Duration);
        // A token without a sound takes no time, but the pause at it may.
        var whole = pieces.Sum(piece => piece.IsSounding ? piece.Weight : piece.Pause);
        var words = new NarrationWord[pieces.Count];
        var said = 0d;
        for (var i = 0; i < words.Length; i++)
        {
            var piece = pieces[i];
            var isLast = i + 1 == words.Length;
            var start = At(said);
            var end = piece.IsSounding ? At(said + piece.Weight - (isLast ? 0 : piece.Pause)) : start;
            said += piece.IsSounding ? piece.Weight : piece.Pause;
            words[i] = new NarrationWord(piece.Text, start, end, IsEstimated: true);
        }

        return Array.AsReadOnly(words);

        TimeSpan At(double weight) => whole <= 0 ? from : from + TimeSpan.FromTicks((long)((to - from).Ticks * (weight / whole)));
    }
}
