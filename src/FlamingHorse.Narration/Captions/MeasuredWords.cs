using System.Globalization;

namespace FlamingHorse.Narration.Captions;

/// <summary>
/// Reads times of words as the build writes them: <c>gap+length</c> for each token, in steps of 10 ms. A <c>~</c> before all of them says
/// that the build estimated them around pauses, a <c>|</c> before one that the author set a pause before it.
/// </summary>
internal static class MeasuredWords
{
    private const long TicksPerStep = TimeSpan.TicksPerMillisecond * 10;

    /// <summary>Null if there are no times, or not one for each word, so that they belong to another text.</summary>
    public static IReadOnlyList<NarrationWord>? Read(string text, string? times)
    {
        if (times is not { Length: > 0 })
        {
            return null;
        }

        var tokens = CaptionTokens.Of(text);
        var isEstimated = times[0] == '~';
        var parts = times.TrimStart('~').Split(' ');
        if (parts.Length != tokens.Count)
        {
            return null;
        }

        var words = new NarrationWord[parts.Length];
        var last = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            var (gap, length) = (parts[i].Split('+')[0], parts[i].Split('+')[1]);
            var isAfterPause = gap is ['|', ..];
            var start = last + Number(gap.TrimStart('|'));
            last = start + Number(length);
            words[i] = new NarrationWord(
                tokens[i],
                TimeSpan.FromTicks(start * TicksPerStep),
                TimeSpan.FromTicks(last * TicksPerStep),
                isEstimated
            )
            {
                IsAfterPause = isAfterPause,
            };
        }

        return Array.AsReadOnly(words);
    }

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
