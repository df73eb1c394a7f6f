using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>A recognizer that hears a clip of the voice, in the whole window.</summary>
internal static class EarExtensions
{
    internal static async Task<string> HearAsync(this Ear ear, Clip clip)
    {
        var sound = HeardSound.Of([.. clip.Samples.ToArray().Select(sample => sample / 32768f)], clip.SampleRate);
        return (await ear.HearAsync(sound, "english", isShort: false, default)).Text;
    }
}
