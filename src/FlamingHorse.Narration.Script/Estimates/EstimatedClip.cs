using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>A clip that does not exist yet, in samples.</summary>
/// <param name="SampleCount">Its length.</param>
/// <param name="SpeechStart">The first sample of speech.</param>
/// <param name="SpeechEnd">One past the last sample of speech.</param>
public readonly record struct EstimatedClip(long SampleCount, long SpeechStart, long SpeechEnd)
{
    /// <param name="spoken">Normalized.</param>
    /// <param name="pauses">Silence in it.</param>
    /// <param name="length">Of the whole clip with its pauses, as predicted.</param>
    /// <param name="sampleRate">Hz.</param>
    /// <returns>Speech within the clip: a length that is shorter than its silence has none.</returns>
    public static EstimatedClip Of(string spoken, IReadOnlyList<SpokenPause> pauses, TimeSpan length, int sampleRate)
    {
        var count = Samples(length);
        var start = Math.Min(Samples(DurationEstimate.Head + SpokenPauses.Before(pauses)), count);
        var end = count - Samples(DurationEstimate.Tail + SpokenPauses.After(pauses, spoken));
        return new(count, start, Math.Max(start, end));

        long Samples(TimeSpan time) => (long)Math.Round(time.TotalSeconds * sampleRate);
    }
}
