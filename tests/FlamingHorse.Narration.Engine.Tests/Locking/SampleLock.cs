using System.Globalization;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Tests.Locking;

/// <summary>Two voices and four segments, as a change of an empty lock.</summary>
internal static class SampleLock
{
    public static LockChange Full() =>
        new()
        {
            Voices = new Dictionary<string, LockedVoice>
            {
                ["narrator"] = new()
                {
                    Backend = "mlx",
                    Model = "mlx-community/m",
                    Language = "English",
                    Sampling = new(0.85, 40, 0.95, 7),
                    ReferenceAudioHash = new string('a', 64),
                    ReferenceTextHash = new string('b', 64),
                    Cut = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(14.25)),
                    Loudness = -18.5,
                    IsModelFromMachine = true,
                    IsLanguageFromMachine = true,
                },
                ["guest"] = new()
                {
                    Backend = "system",
                    Engine = "flite",
                    Model = "",
                    Language = "English",
                },
            },
            Segments = new Dictionary<string, LockedSegment>
            {
                ["a"] = Segment(1),
                ["B"] = Segment(2) with { Voice = "guest" },
                ["A"] = Segment(3),
                ["Ünïcode \"quoted\""] = Segment(4),
            },
        };

    public static LockedSegment Segment(int number) =>
        new()
        {
            Key = new ActionKey(number.ToString("x64", CultureInfo.InvariantCulture)),
            AudioHash = number.ToString("x64", CultureInfo.InvariantCulture),
            SampleCount = 1000,
            SampleRate = 24_000,
            SpeechStart = 100,
            SpeechEnd = 900,
            Voice = "narrator",
            Model = "m",
        };
}
