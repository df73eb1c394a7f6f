using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>The voice as the program loads it.</summary>
internal static class SharedVoice
{
    internal static Speaker Speaker => _speaker.Value;

    private static readonly Lazy<Speaker> _speaker = new(() =>
        new VoiceLoader(EnglishText.Load).Load(VoiceManifest.Read(TestData.VoiceFolder))
    );
}
