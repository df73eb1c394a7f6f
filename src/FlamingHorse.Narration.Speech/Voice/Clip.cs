using System.Runtime.InteropServices;
using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>A text as sound. Disposing of it lends its memory to the next one.</summary>
/// <param name="Wave">The file, finished.</param>
/// <param name="SampleRate">Hz.</param>
/// <param name="Words">When each token is heard, in order; tokens without a sound are left out.</param>
/// <param name="SpeechStart">First sample that may sound.</param>
/// <param name="SpeechEnd">The sample after the last that may sound.</param>
/// <param name="Unread">The parts that cannot be read.</param>
internal sealed record Clip(
    WavFile Wave,
    int SampleRate,
    IReadOnlyList<SpokenWord> Words,
    int SpeechStart,
    int SpeechEnd,
    IReadOnlyList<UnreadToken> Unread
) : IDisposable
{
    /// <summary>A whole WAV file, mono, 16 bits; until the clip is disposed of.</summary>
    public ReadOnlySpan<byte> File => Wave.Bytes;

    /// <summary>Samples, also of a clip that is disposed of.</summary>
    public int Length => Wave.Length;

    public ReadOnlySpan<short> Samples => MemoryMarshal.Cast<byte, short>(File[WavFile.HeaderLength..]);

    public void Dispose() => Wave.Dispose();
}
