using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

namespace FlamingHorse.Narration.Engine.Planning.Voices;

/// <summary>
/// Turns configured voices into voices that keys can be computed of: reads references, and takes from the lock what this machine does
/// not have. What is here and differs from the lock is a change; what is absent is not.
/// </summary>
/// <param name="settings">As configured.</param>
/// <param name="pinned">The lock's voices, by name.</param>
/// <param name="projectDirectory">Where relative model folders start.</param>
/// <param name="isProgramHere">Whether a program of this name is on PATH.</param>
internal sealed class VoiceResolver(
    NarrationSettings settings,
    IReadOnlyDictionary<string, LockedVoice> pinned,
    string projectDirectory,
    Func<string, bool> isProgramHere
)
{
    private const string System = "system";
    private const string Mlx = "mlx";

    private readonly Dictionary<string, ResolvedVoice> _resolved = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null: no voice has this name.</summary>
    public ResolvedVoice? Find(string name)
    {
        if (!_resolved.TryGetValue(name, out var resolved) && settings.Voices.TryGetValue(name, out var voice))
        {
            resolved = _resolved[name] = settings.Backend == System ? ResolveSystem(voice) : ResolveCloned(voice);
        }

        return resolved;
    }

    private ResolvedVoice ResolveSystem(VoiceSettings configured)
    {
        var pin = Pin(configured);
        var engine = pin?.Engine is { Length: > 0 } locked ? locked : SystemEngines.Find(isProgramHere) ?? "";
        var (language, isLanguageFromMachine) = Language(configured, pin);
        var voice = new Voice
        {
            Name = configured.Name,
            Backend = System,
            Engine = engine,
            Model = configured.Model ?? settings.Defaults.SystemModel ?? "",
            Language = language,
        };
        var problem =
            engine.Length > 0 && !isProgramHere(SystemEngines.Named(engine)?.Program ?? engine)
                ? VoiceFindings.EngineVoiceMissing.At(
                    configured.Place,
                    $"The lock file says that '{configured.Name}' speaks with {engine}, which is not on this machine. Install {engine}, build with NarrationMissing=Estimate, or remove the voice from {LockFile.FileName} to speak with another engine."
                )
                : null;
        return new(
            voice,
            LockedVoice.Of(voice, settings.Loudness) with
            {
                IsLanguageFromMachine = isLanguageFromMachine,
            },
            engine.Length > 0,
            problem
        );
    }

    private ResolvedVoice ResolveCloned(VoiceSettings configured)
    {
        var pin = Pin(configured);
        var (language, isLanguageFromMachine) = Language(configured, pin);
        var (model, isModelFromMachine) = Model(configured, pin);
        var audio = Audio(configured, pin);
        var text = Text(configured, pin);
        var voice = new Voice
        {
            Name = configured.Name,
            Backend = settings.Backend,
            Model = model,
            ModelFolder = new UserPath(projectDirectory, settings.Machine.Home).LocalModel(model),
            Language = language,
            Sampling = configured.Sampling,
            ReferenceAudio = audio.Problem is null ? configured.ReferenceAudio : null,
            ReferenceAudioHash = audio.Hash,
            ReferenceText = text.Text,
            ReferenceTextHash = text.Hash,
            Cut = configured.Cut,
            AllowLongReference = configured.AllowLongReference,
        };
        var lockedVoice = LockedVoice.Of(voice, settings.Loudness) with
        {
            IsModelFromMachine = isModelFromMachine,
            IsLanguageFromMachine = isLanguageFromMachine,
        };
        var isKeyed = (audio.Problem is null || audio.Hash is not null) && (text.Problem is null || text.Hash is not null);
        return new(voice, lockedVoice, isKeyed, audio.Problem ?? text.Problem);
    }

    private LockedVoice? Pin(VoiceSettings configured) =>
        pinned.TryGetValue(configured.Name, out var pin) && pin.Backend == settings.Backend ? pin : null;

    private (string, bool) Language(VoiceSettings configured, LockedVoice? pin) =>
        configured.Language is { } own ? (own, false)
        : settings.Defaults.Language is { } set ? (set, settings.Defaults.IsLanguageFromMachine)
        : pin is { IsLanguageFromMachine: true } ? (pin.Language, true)
        : (NarrationSettings.DefaultLanguage, false);

    private (string, bool) Model(VoiceSettings configured, LockedVoice? pin) =>
        configured.Model is { } own ? (own, false)
        : settings.Defaults.Model is { } set ? (set, settings.Defaults.IsModelFromMachine)
        : pin is { IsModelFromMachine: true } ? (pin.Model, true)
        : (settings.Defaults.QualityModel, false);

    private ReferenceHash Audio(VoiceSettings configured, LockedVoice? pin)
    {
        var found = configured.ReferenceAudio is { } path ? ReferenceHash.OfAudio(path, configured) : null;
        return OrPinned(found, pin?.ReferenceAudioHash, configured, "recording");
    }

    private ReferenceHash Text(VoiceSettings configured, LockedVoice? pin)
    {
        var found =
            configured.Transcript is { } transcript ? ReferenceHash.OfTranscript(transcript)
            : configured.ReferenceText is { } path ? ReferenceHash.OfText(path, configured)
            : null;
        return OrPinned(found, pin?.ReferenceTextHash, configured, "transcript");
    }

    private ReferenceHash OrPinned(ReferenceHash? found, string? pin, VoiceSettings configured, string what)
    {
        if (found?.Hash is not null)
        {
            return found;
        }

        if (found is null && pin is null && settings.Backend != Mlx)
        {
            // A server or a worker may know its voices by name.
            return new(null, null, null);
        }

        return new(
            pin,
            null,
            found?.Problem
                ?? VoiceFindings.ReferenceMissing.At(
                    configured.Place,
                    $"The voice '{configured.Name}' has no {what} on this machine. Set NarrationVoiceDirectory (or FLAMING_HORSE_VOICE_REF_DIR) to the folder that holds ref.wav and ref.txt, or {Cure(configured)}; or build with NarrationMissing=Estimate."
                )
        );
    }

    private static string Cure(VoiceSettings configured) =>
        configured.Name == NarrationSettings.Narrator
            ? $"name them in {VoiceCloneConfig.FileName}"
            : "set ReferenceAudio and ReferenceText of its NarrationVoice item";
}
