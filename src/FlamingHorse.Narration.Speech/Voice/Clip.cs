using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>A text as sound.</summary>
/// <param name="Samples">Mono, 16 bits.</param>
/// <param name="SampleRate">Hz.</param>
/// <param name="Words">When each token is heard, in order; tokens without a sound are left out.</param>
/// <param name="SpeechStart">First sample that may sound.</param>
/// <param name="SpeechEnd">The sample after the last that may sound.</param>
/// <param name="Unread">What has no reading.</param>
internal sealed record Clip(
    ReadOnlyMemory<short> Samples,
    int SampleRate,
    IReadOnlyList<SpokenWord> Words,
    int SpeechStart,
    int SpeechEnd,
    IReadOnlyList<UnreadToken> Unread
);
