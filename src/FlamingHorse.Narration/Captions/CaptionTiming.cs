namespace FlamingHorse.Narration.Captions;

/// <summary>When the words of one text are said, in seconds from the start of its speech.</summary>
/// <param name="Starts">Of each word.</param>
/// <param name="Ends">The end of each word; if nothing was measured, the start of the next.</param>
/// <param name="Duration">Of the speech; the first caption is there when it starts, and the last until it ends.</param>
internal sealed record CaptionTiming(double[] Starts, double[] Ends, double Duration)
{
    // Words are timed in steps of 10 ms. Half a step less than the limits: their difference in seconds may be a hair short of 0.2.
    private const double HalfStep = 0.005;

    /// <summary>A silence of 0.2 s is heard as the end of a phrase, whatever the text says.</summary>
    private const double Pause = 0.2 - HalfStep;

    /// <summary>Punctuation after which the voice goes on within less than 0.06 s is not a place to divide.</summary>
    private const double NoPause = 0.06 - HalfStep;

    /// <summary>When a caption appears that begins with a word, seconds.</summary>
    public double ShownFrom(int first) => first == 0 ? 0 : Starts[first];

    /// <summary>When a caption goes that ends before a word, seconds.</summary>
    public double ShownUntil(int end) => end == Ends.Length ? Duration : Ends[end - 1];

    /// <summary>How long a caption is shown, seconds.</summary>
    public double Length(int from, int to) => ShownUntil(to) - ShownFrom(from);

    /// <summary>As measured, where the build knows it; else shared out by syllables.</summary>
    /// <param name="words">Of the text; where pauses were measured, they get the breaks that are heard.</param>
    /// <param name="segment">Of the text.</param>
    /// <param name="start">Start of the speech in the clip.</param>
    /// <param name="duration">Seconds of speech.</param>
    public static CaptionTiming Of(List<CaptionWord> words, NarrationSegment segment, TimeSpan start, double duration)
    {
        if (segment.CaptionWords is not { } measured || measured.Count == 0 || words[words.Count - 1].Token >= measured.Count)
        {
            return Estimate(words, duration);
        }

        var timing = Measure(words, measured, start, duration);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var next = words[i + 1].Token;
            var isPause = next != words[i].Token && measured[next].IsAfterPause;
            words[i] = words[i] with
            {
                Break = isPause ? CaptionBreak.Pause : BreakAt(words[i].Break, timing.Starts[i + 1] - timing.Ends[i]),
            };
        }

        return timing;
    }

    private static CaptionBreak BreakAt(CaptionBreak written, double silence) =>
        written == CaptionBreak.Sentence ? written
        : silence >= Pause ? CaptionBreak.Phrase
        : silence < NoPause && written == CaptionBreak.Phrase ? CaptionBreak.Clause
        : written;

    private static CaptionTiming Estimate(List<CaptionWord> words, double duration)
    {
        var whole = words.Sum(word => word.Weight);
        var (starts, ends) = (new double[words.Count], new double[words.Count]);
        var said = 0d;
        for (var i = 0; i < words.Count; i++)
        {
            starts[i] = said * (duration / whole);
            said += words[i].Weight;
            ends[i] = said * (duration / whole);
        }

        return new CaptionTiming(starts, ends, duration);
    }

    /// <summary>The pieces of a token that is longer than a line share its time by their weight.</summary>
    private static CaptionTiming Measure(List<CaptionWord> words, IReadOnlyList<NarrationWord> measured, TimeSpan start, double duration)
    {
        var (starts, ends) = (new double[words.Count], new double[words.Count]);
        for (var first = 0; first < words.Count; )
        {
            var end = first;
            var whole = 0d;
            while (end < words.Count && words[end].Token == words[first].Token)
            {
                whole += words[end++].Weight;
            }

            var token = measured[words[first].Token];
            var (from, to) = (Within(token.Start), Within(token.End));
            var said = 0d;
            for (var i = first; i < end; i++)
            {
                starts[i] = from + ((to - from) * (said / whole));
                said += words[i].Weight;
                ends[i] = from + ((to - from) * (said / whole));
            }

            first = end;
        }

        return new CaptionTiming(starts, ends, duration);

        double Within(TimeSpan time) => Math.Min(Math.Max((time - start).TotalSeconds, 0), duration);
    }
}
