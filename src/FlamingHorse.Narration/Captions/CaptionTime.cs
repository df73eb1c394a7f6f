using System.Globalization;

namespace FlamingHorse.Narration.Captions;

/// <summary>Times as caption files write them: hours of two digits or more, three digits of milliseconds.</summary>
internal static class CaptionTime
{
    public static string Format(TimeSpan time, char separator) =>
        string.Format(
            CultureInfo.InvariantCulture,
            "{0:00}:{1:00}:{2:00}{3}{4:000}",
            time.Ticks / TimeSpan.TicksPerHour,
            time.Minutes,
            time.Seconds,
            separator,
            time.Milliseconds
        );
}
