using System.Globalization;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Synthesis.Voices;

/// <summary>What a backend may look at when it resolves a voice.</summary>
internal sealed record VoiceContext
{
    /// <summary>As configured.</summary>
    public required NarrationSettings Settings { get; init; }

    /// <summary>The lock's voices, by name.</summary>
    public IReadOnlyDictionary<string, LockedVoice> Pinned { get; init; } = new Dictionary<string, LockedVoice>();

    /// <summary>Absolute; where relative model folders start.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The package's folder of workers.</summary>
    public required string WorkersDirectory { get; init; }

    /// <summary>Whether a program of this name is on this machine; starts nothing.</summary>
    public required Func<string, bool> IsProgramHere { get; init; }

    /// <summary>The operating system whose rules hold.</summary>
    public SystemFamily Family { get; init; } = CurrentSystem.Family;

    /// <summary>The language of the system and its default voice, as in <c>de-DE</c>; empty where the system does not say.</summary>
    public string SystemLanguage { get; init; } = CultureInfo.InstalledUICulture.Name;

    /// <summary>The languages that segments ask for, by the voice that is to speak them.</summary>
    public ILookup<string, string>? Languages { get; init; }

    /// <summary>For an editor: no process, no network, no waiting.</summary>
    public bool IsDesignTime { get; init; }

    /// <summary>The languages that segments ask of a voice, each once; its own may be among them.</summary>
    public IEnumerable<string> LanguagesOf(string voice) => (Languages?[voice] ?? []).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lock's line for a voice of the same backend; null when it has none.</summary>
    public LockedVoice? FindPin(VoiceSettings configured) =>
        Pinned.TryGetValue(configured.Name, out var pin) && pin.Backend == Settings.Backend ? pin : null;

    /// <summary>What its line in the lock says of the loudness in its keys; the constant of all keys for a voice that is new.</summary>
    public double? LoudnessOf(VoiceSettings configured) =>
        Pinned.TryGetValue(configured.Name, out var pin) ? pin.Loudness : LockedVoice.NewLoudness;

    /// <summary>The voice's language: its own, the build's, the one that the lock took over from a machine, the default.</summary>
    public (string Language, bool IsFromMachine) ChooseLanguage(VoiceSettings configured, LockedVoice? pin) =>
        configured.Language is { } own ? (own, false)
        : Settings.Defaults.Language is { } set ? (set, Settings.Defaults.IsLanguageFromMachine)
        : pin is { IsLanguageFromMachine: true } ? (pin.Language, true)
        : (NarrationSettings.DefaultLanguage, false);

    /// <summary>The voice's model: its own, the build's, the one that the lock took over from a machine, the one of the quality.</summary>
    public (string Model, bool IsFromMachine) ChooseModel(VoiceSettings configured, LockedVoice? pin) =>
        configured.Model is { } own ? (own, false)
        : Settings.Defaults.Model is { } set ? (set, Settings.Defaults.IsModelFromMachine)
        : pin is { IsModelFromMachine: true } ? (pin.Model, true)
        : (Settings.Defaults.QualityModel, false);
}
