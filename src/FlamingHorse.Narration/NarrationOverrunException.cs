using System.Globalization;

namespace FlamingHorse.Narration;

/// <summary>A scene took longer than its narration.</summary>
public sealed class NarrationOverrunException : InvalidOperationException
{
    internal NarrationOverrunException(NarrationEntry entry, TimeSpan used)
        : base(
            string.Format(
                CultureInfo.InvariantCulture,
                "The scene of '{0}' uses {1:0.000} s, its narration lasts {2:0.000} s: {3:0.000} s too long. Shorten the animation, or "
                    + "lengthen the text or the gap after it.",
                entry.Segment.Id,
                used.TotalSeconds,
                entry.Duration.TotalSeconds,
                (used - entry.Duration).TotalSeconds
            )
        )
    {
        Entry = entry;
        Overrun = used - entry.Duration;
    }

    /// <summary>The entry that was overrun.</summary>
    public NarrationEntry Entry { get; }

    /// <summary>By how much; above zero.</summary>
    public TimeSpan Overrun { get; }
}
