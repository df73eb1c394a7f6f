using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>The take of a segment that the lock file names: its durations hold on every machine, its audio is found by hash.</summary>
/// <param name="Key">What was asked for.</param>
/// <param name="AudioHash">SHA-256 of the WAV, lower-case hex.</param>
/// <param name="SampleCount">Samples of the clip.</param>
/// <param name="SampleRate">Hz.</param>
/// <param name="SpeechStart">First sample of speech.</param>
/// <param name="SpeechEnd">One past the last sample of speech.</param>
/// <param name="Voice">The voice's name, as in the lock's <c>voices</c>.</param>
/// <param name="Model">The model that spoke, which differs from the voice's where another had to take over.</param>
public sealed record LockedSegment(
    ActionKey Key,
    string AudioHash,
    long SampleCount,
    int SampleRate,
    long SpeechStart,
    long SpeechEnd,
    string Voice,
    string Model
)
{
    /// <summary>The whole clip.</summary>
    public TimeSpan Duration => TimeSpan.FromTicks((long)Math.Round(SampleCount * (double)TimeSpan.TicksPerSecond / SampleRate));

    /// <summary>The lock's line for a take. The voice is the segment's: two voices with the same settings share keys.</summary>
    public static LockedSegment Of(ClipRecord record, string voice) =>
        new(record.Key, record.AudioHash, record.SampleCount, record.SampleRate, record.SpeechStart, record.SpeechEnd, voice, record.Model);
}
