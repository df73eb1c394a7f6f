using System.Globalization;

namespace FlamingHorse.Narration.Captions;

/// <summary>Reads times of words as the build writes them: <c>gap+length</c> for each token, in steps of 10 ms.</summary>
internal static class MeasuredWords
{
    private const long TicksPerStep = TimeSpan.TicksPerMillisecond * 10;

    /// <summary>Null where there are no times, or not as many as words: then they are those of another text.</summary>
    public static IReadOnlyList<NarrationWord>? Read(string text, string? times)
    {
        if (times is null)
        {
            return null;
        }

        var tokens = CaptionTokens.Of(text);
        var parts = times.Split(' ');
        if (parts.Length != tokens.Count)
        {
            return null;
        }

        var words = new NarrationWord[parts.Length];
        var last = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            var (gap, length) = (parts[i].Split('+')[0], parts[i].Split('+')[1]);
            var start = last + Number(gap);
            last = start + Number(length);
            words[i] = new NarrationWord(
                tokens[i],
                TimeSpan.FromTicks(start * TicksPerStep),
                TimeSpan.FromTicks(last * TicksPerStep),
                IsEstimated: false
            );
        }

        return Array.AsReadOnly(words);
    }

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
