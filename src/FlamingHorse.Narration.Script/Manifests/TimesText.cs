using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>
/// Times of words as a line of text, which manifest and generated code hold: <c>gap+length</c> for each token, in steps of 10 ms, with
/// spaces between. A gap counts from the end of the token before it. A <c>~</c> before all of them says that they are an estimate, a
/// <c>|</c> before one that the author set a pause before it.
/// </summary>
public static class TimesText
{
    private const char Estimated = '~';
    private const char Pause = '|';

    /// <summary>Nobody measured these times.</summary>
    public static bool IsEstimated(string? text) => text is { Length: > 0 } && text[0] == Estimated;

    /// <param name="times">Starts and ends, none before the end of the one before it.</param>
    /// <param name="isEstimated">Nobody measured them.</param>
    /// <param name="paused">Indices of those that the author set a pause before.</param>
    /// <returns>Null where there are none.</returns>
    public static string? Write(
        IReadOnlyList<(int Start, int End)> times,
        bool isEstimated = false,
        IReadOnlyCollection<int>? paused = null
    )
    {
        if (times.Count == 0)
            return null;
        var text = new StringBuilder(times.Count * 6);
        var last = 0;
        for (var i = 0; i < times.Count; i++)
        {
            var (start, end) = times[i];
            var begin = Math.Max(start, last);
            var stop = Math.Max(begin, end);
            text.Append(i == 0 ? "" : " ")
                .Append(paused?.Contains(i) == true ? Pause.ToString() : "")
                .Append((begin - last).ToString(CultureInfo.InvariantCulture))
                .Append('+')
                .Append((stop - begin).ToString(CultureInfo.InvariantCulture));
            last = stop;
        }
        return isEstimated ? Estimated + text.ToString() : text.ToString();
    }

    /// <exception cref="FormatException"><see cref="Write"/> never writes such a text.</exception>
    public static IReadOnlyList<(int Start, int End)> Read(string? text)
    {
        var times = new List<(int, int)>();
        var last = 0;
        foreach (var part in (text ?? "").TrimStart(Estimated).Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var plus = part.IndexOf('+');
            var start = plus < 0 ? "" : part.Substring(0, plus).TrimStart(Pause);
            if (!TryParse(start, out var gap) || !TryParse(part.Substring(plus + 1), out var length))
                throw new FormatException($"'{part}' is no time of a word");
            times.Add((last + gap, last + gap + length));
            last += gap + length;
        }
        return times;
    }

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 100_000_000;
}
