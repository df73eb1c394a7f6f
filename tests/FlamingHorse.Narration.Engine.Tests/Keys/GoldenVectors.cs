using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Keys;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Tests.Keys;

/// <summary>Keys that must never change by themselves: with another key, everything that anyone ever had spoken is spoken again.</summary>
internal sealed record GoldenVectors(string Name, string Text, string Language, Voice Voice, double? Loudness, string Key)
{
    private static readonly Voice _cloned = new()
    {
        Name = "narrator",
        Backend = "mlx",
        Model = "mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit",
        Language = "English",
        ReferenceAudioHash = new string('a', 64),
        ReferenceTextHash = new string('b', 64),
    };

    private static readonly Voice _flite = new()
    {
        Name = "narrator",
        Backend = "system",
        Engine = "flite",
        Model = "slt",
        Language = "English",
    };

    public static IReadOnlyList<GoldenVectors> All { get; } =
    [
        new("plain", "Welcome to this video.", "English", _cloned, -18, "5625215fe33c81683c19270013e1a492bb0cbaf9525f4348f4b177d84907ac0c"),
        new("composed", "Die Größe é ﬁ İ ı", "German", _cloned, -18, "721c39f2e73907671e3b59c7ef5ffb88008c8a1b8afce9c9aae4ec216c463e81"),
        new(
            "decomposed, of the same key",
            "Die  Gro\u0308ße\r\ne\u0301 ﬁ I\u0307 ı ",
            "german",
            _cloned,
            -18,
            "721c39f2e73907671e3b59c7ef5ffb88008c8a1b8afce9c9aae4ec216c463e81"
        ),
        new(
            "sampled",
            "Welcome.",
            "English",
            _cloned with
            {
                Sampling = new(0.7, 40, 0.95, 1234),
                Cut = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(14.5)),
            },
            -16.5,
            "ea37fc4da56f80b020914b5841b4a9183478415d921caa78ec2e1804137d6a77"
        ),
        new("level left alone", "Welcome.", "English", _cloned, null, "b26a9a28179839f5248439e97d2eedc553906f56ee35a8e8cdcc67ef237e800f"),
        new(
            "system",
            "Emoji 👩‍👩‍👧 and العربية.",
            "English",
            _flite,
            -18,
            "32d84aaa42acafbf7b20979e553c51b90dfd9973918f255fc4a740e8320e86ed"
        ),
    ];

    /// <summary>As the build computes it: from the text as written.</summary>
    public string Compute()
    {
        var segment = new ScriptSegment
        {
            Id = "Any",
            Text = Text,
            Place = new("Any.cs"),
            Origin = SegmentOrigin.Item,
        };
        return ActionKeys.Compute(SpokenText.Of(segment, Lexicon.Empty, Language), Language, Voice, Loudness).Hex;
    }
}
