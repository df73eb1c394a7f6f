using System.Runtime.InteropServices;
using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>A text as sound.</summary>
/// <param name="File">A whole WAV file, mono, 16 bits.</param>
/// <param name="SampleRate">Hz.</param>
/// <param name="Words">When each token is heard, in order; tokens without a sound are left out.</param>
/// <param name="SpeechStart">First sample that may sound.</param>
/// <param name="SpeechEnd">The sample after the last that may sound.</param>
/// <param name="Unread">What has no reading.</param>
internal sealed record Clip(
    ReadOnlyMemory<byte> File,
    int SampleRate,
    IReadOnlyList<SpokenWord> Words,
    int SpeechStart,
    int SpeechEnd,
    IReadOnlyList<UnreadToken> Unread
)
{
    public ReadOnlySpan<short> Samples => MemoryMarshal.Cast<byte, short>(File.Span[WavFile.HeaderLength..]);
}
