using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>How long a text will be when it is spoken.</summary>
public static class DurationEstimate
{
    /// <summary>Silence before the speech in every clip.</summary>
    public static readonly TimeSpan Head = TimeSpan.FromMilliseconds(100);

    /// <summary>Silence after the speech in every clip.</summary>
    public static readonly TimeSpan Tail = TimeSpan.FromMilliseconds(200);

    /// <param name="spoken">Normalized, as <see cref="SpokenText.Of"/> gives it.</param>
    /// <param name="language">Full name; a language that is not known is counted by its script.</param>
    /// <param name="rate">Of the voice.</param>
    /// <returns>The whole clip with head and tail, to the millisecond.</returns>
    public static TimeSpan Predict(string spoken, string language, SpeechRate rate)
    {
        var seconds = SpeechMeasure.Of(spoken, language).Seconds(rate);
        return Head + Tail + TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));
    }
}
