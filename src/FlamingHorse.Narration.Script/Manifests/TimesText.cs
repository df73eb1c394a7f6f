using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>
/// Times of words as a line of text, which manifest and generated code hold: <c>gap+length</c> for each token, in steps of 10 ms, with
/// spaces between. A gap counts from the end of the token before it.
/// </summary>
public static class TimesText
{
    /// <param name="times">Starts and ends, none before the end of the one before it.</param>
    /// <returns>Null where there are none.</returns>
    public static string? Write(IReadOnlyList<(int Start, int End)> times)
    {
        if (times.Count == 0)
            return null;
        var text = new StringBuilder(times.Count * 6);
        var last = 0;
        foreach (var (start, end) in times)
        {
            var begin = Math.Max(start, last);
            var stop = Math.Max(begin, end);
            text.Append(text.Length == 0 ? "" : " ")
                .Append((begin - last).ToString(CultureInfo.InvariantCulture))
                .Append('+')
                .Append((stop - begin).ToString(CultureInfo.InvariantCulture));
            last = stop;
        }
        return text.ToString();
    }

    /// <exception cref="FormatException">The text is none that <see cref="Write"/> writes.</exception>
    public static IReadOnlyList<(int Start, int End)> Read(string? text)
    {
        var times = new List<(int, int)>();
        var last = 0;
        foreach (var part in (text ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var plus = part.IndexOf('+');
            if (plus < 0 || !TryParse(part.Substring(0, plus), out var gap) || !TryParse(part.Substring(plus + 1), out var length))
                throw new FormatException($"'{part}' is no time of a word");
            times.Add((last + gap, last + gap + length));
            last += gap + length;
        }
        return times;
    }

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 100_000_000;
}
