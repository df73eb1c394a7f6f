using System.Globalization;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Times in a recording as players show them: <c>0:02</c>, <c>1:02:03.5</c>, or plain seconds.</summary>
internal static class ClockTime
{
    /// <summary>False for anything else, and for negative times.</summary>
    public static bool TryParse(string text, out TimeSpan time)
    {
        time = default;
        var parts = text.Trim().Split(':');
        if (
            parts.Length > 3
            || !double.TryParse(parts[^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            || (parts.Length > 1 && seconds >= 60)
        )
        {
            return false;
        }

        var minutes = 0L;
        foreach (var part in parts.AsSpan(0, parts.Length - 1))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return false;
            }

            minutes = (minutes * 60) + value;
        }

        var total = (minutes * 60) + seconds;
        if (total > TimeSpan.FromDays(1).TotalSeconds)
        {
            return false;
        }

        time = TimeSpan.FromTicks((long)Math.Round(total * TimeSpan.TicksPerSecond));
        return true;
    }
}
