using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>The voice <c>heart</c>, loaded once for all tests of a class, reading what the reference read.</summary>
public sealed class LoadedVoice : IDisposable
{
    internal VoiceNetwork Network { get; } = new(File.ReadAllBytes(Path.Combine(TestData.VoiceFolder, "heart.onnx")));

    internal Alphabet Alphabet { get; } = Alphabet.Parse(File.ReadAllBytes(Path.Combine(TestData.VoiceFolder, "vocab.json")));

    internal Speaker Speaker => new(Network, Alphabet, new ReferenceReader(), 24000);

    public void Dispose() => Network.Dispose();
}
