using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>A recognizer that hears a clip of the voice, in the whole window.</summary>
internal static class WholeEar
{
    internal static Task<string> HearAsync(this Ear ear, Clip clip) =>
        ear.HearAsync(
            HeardSound.Of([.. clip.Samples.ToArray().Select(sample => sample / 32768f)], clip.SampleRate),
            "english",
            isShort: false,
            default
        );
}
