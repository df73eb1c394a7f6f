namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Times of all white-space tokens of a spoken text. One without a sound begins and ends where the word before it ends.</summary>
internal static class TokenTimes
{
    /// <param name="count">Of tokens.</param>
    /// <param name="words">Measured, in order, at least one.</param>
    public static TokenTime[] Of(int count, IReadOnlyList<TimedWord> words)
    {
        var times = new TokenTime[count];
        var (next, last) = (0, words[0].Start);
        for (var token = 0; token < count; token++)
        {
            if (next < words.Count && words[next].Token == token)
            {
                times[token] = new TokenTime(words[next].Start, words[next].End, IsSounding: true);
                last = Math.Max(last, words[next].End);
                next++;
            }
            else
            {
                times[token] = new TokenTime(last, last, IsSounding: false);
            }
        }

        return times;
    }
}
