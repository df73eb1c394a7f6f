using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>
/// When things are heard in a piece, in seconds from its first sample. The offsets were measured (docs of the voice: its durations run 70
/// ms late; a word's last sound before a pause stops at most 110 ms after its start, sound begins at most 120 ms early); all of them shrink
/// as the voice goes faster.
/// </summary>
/// <param name="Words">In order, one for each token.</param>
/// <param name="SpeechStart">Sound does not begin before it.</param>
/// <param name="SpeechEnd">Sound has stopped by then.</param>
internal sealed record PieceTiming(IReadOnlyList<SpokenWord> Words, double SpeechStart, double SpeechEnd)
{
    private const double StepSeconds = 0.025;
    private const double Lateness = 0.070;
    private const double LongestLastSound = 0.110;
    private const double LongestOnset = 0.120;

    /// <summary>Null: nothing in the piece sounds.</summary>
    /// <param name="piece">What is said.</param>
    /// <param name="ids">Of its phonemes, with the boundaries.</param>
    /// <param name="durations">One an id, in steps of 25 ms.</param>
    /// <param name="speed">1 is the voice's own.</param>
    public static PieceTiming? Of(Piece piece, ReadOnlySpan<long> ids, ReadOnlySpan<float> durations, double speed)
    {
        var starts = new double[ids.Length + 1];
        var (first, last) = (-1, -1);
        for (var i = 0; i < ids.Length; i++)
        {
            starts[i + 1] = starts[i] + durations[i] * StepSeconds;
            if (Alphabet.IsSounding(ids[i]))
            {
                (first, last) = (first < 0 ? i : first, i);
            }
        }

        if (first < 0)
        {
            return null;
        }

        var clipEnd = starts[^1];
        var speechStart = Math.Max(0, starts[first] - LongestOnset / speed);
        var speechEnd = Math.Min(clipEnd, starts[last] + LongestLastSound / speed);
        var words = new List<SpokenWord>(piece.Words.Count);
        foreach (var span in piece.Words)
        {
            var (from, to) = (span.Start + 1, span.End + 1); // ids begin with a boundary
            var end = starts[to] - Lateness / speed;
            if (IsPause(ids[to]))
            {
                end = Math.Min(end, starts[LastSounding(ids, from, to)] + LongestLastSound / speed);
            }

            var start = Math.Max(speechStart, starts[from] - Lateness / speed);
            words.Add(new(span.Word, start, Math.Clamp(end, start, Math.Max(start, speechEnd))));
        }

        return new(words, speechStart, speechEnd);
    }

    private static bool IsPause(long id) => id == Alphabet.Boundary || Alphabet.IsPunctuation(id);

    private static int LastSounding(ReadOnlySpan<long> ids, int from, int to)
    {
        while (--to > from && !Alphabet.IsSounding(ids[to])) { }

        return to;
    }
}
