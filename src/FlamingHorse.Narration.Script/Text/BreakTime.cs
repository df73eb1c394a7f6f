using System.Globalization;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>Reads the length of a pause: <c>400ms</c> or <c>1.5s</c>, as SSML writes times.</summary>
internal static class BreakTime
{
    public const int Shortest = 10;
    public const int Longest = 10_000;

    /// <summary>Milliseconds; null if it is not a time from 10 ms to 10 s.</summary>
    public static int? Read(string time)
    {
        var (unit, factor) =
            time.EndsWith("ms", StringComparison.Ordinal) ? (2, 1)
            : time.EndsWith("s", StringComparison.Ordinal) ? (1, 1000)
            : (0, 0);
        return
            unit > 0
            && double.TryParse(
                time.Substring(0, time.Length - unit),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
            && value * factor is >= Shortest and <= Longest
            ? (int)Math.Round(value * factor)
            : null;
    }
}
