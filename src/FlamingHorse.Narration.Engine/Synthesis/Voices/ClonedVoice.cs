using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Synthesis.Voices;

/// <summary>
/// A voice that a model clones from a recording and its transcript. What is here and differs from the lock is a change; what is absent is
/// taken from the lock.
/// </summary>
internal static class ClonedVoice
{
    /// <param name="configured">The voice as configured; its reference is read.</param>
    /// <param name="context">As passed to the backend.</param>
    /// <param name="needsReference">False where the other side may know its voices by name.</param>
    public static ResolvedVoice Resolve(VoiceSettings configured, VoiceContext context, bool needsReference)
    {
        var settings = context.Settings;
        var pin = context.FindPin(configured);
        var (language, isLanguageFromMachine) = context.ChooseLanguage(configured, pin);
        var (model, isModelFromMachine) = context.ChooseModel(configured, pin);
        var audio = HashAudio(configured) ?? Absent(pin?.ReferenceAudioHash, configured, "recording", needsReference);
        var text = HashText(configured) ?? Absent(pin?.ReferenceTextHash, configured, "transcript", needsReference);
        audio = audio.Hash is null ? audio with { Hash = pin?.ReferenceAudioHash } : audio;
        text = text.Hash is null ? text with { Hash = pin?.ReferenceTextHash } : text;
        var voice = new Voice
        {
            Name = configured.Name,
            Backend = settings.Backend,
            Model = model,
            ModelFolder = new UserPath(context.ProjectDirectory, settings.Machine.Home).LocalModel(model),
            Language = language,
            Sampling = configured.Sampling,
            ReferenceAudio = audio.Problem is null ? configured.ReferenceAudio : null,
            ReferenceAudioHash = audio.Hash,
            ReferenceText = text.Text,
            ReferenceTextHash = text.Hash,
            Cut = configured.Cut,
            AllowLongReference = configured.AllowLongReference,
        };
        var lockedVoice = LockedVoice.Of(voice, context.LoudnessOf(configured)) with
        {
            IsModelFromMachine = isModelFromMachine,
            IsLanguageFromMachine = isLanguageFromMachine,
        };
        var isKeyed = (audio.Problem is null || audio.Hash is not null) && (text.Problem is null || text.Hash is not null);
        return new(voice, lockedVoice, isKeyed, audio.Problem ?? text.Problem);
    }

    private static ReferenceHash? HashAudio(VoiceSettings configured) =>
        configured.ReferenceAudio is { } path ? ReferenceHash.OfAudio(path, configured) : null;

    private static ReferenceHash? HashText(VoiceSettings configured) =>
        configured.Transcript is { } transcript ? ReferenceHash.OfTranscript(transcript)
        : configured.ReferenceText is { } path ? ReferenceHash.OfText(path, configured)
        : null;

    private static ReferenceHash Absent(string? pinned, VoiceSettings configured, string what, bool isNeeded) =>
        pinned is null && !isNeeded
            ? new(null, null, null)
            : new(
                pinned,
                null,
                VoiceFindings.ReferenceMissing.At(
                    configured.Place,
                    $"The voice '{configured.Name}' has no {what} on this machine. Set NarrationVoiceDirectory (or "
                        + $"FLAMING_HORSE_VOICE_REF_DIR) to the folder that holds ref.wav and ref.txt, or {Cure(configured)}; or build "
                        + $"with NarrationMissing=Estimate."
                )
            );

    private static string Cure(VoiceSettings configured) =>
        configured.Name == NarrationSettings.Narrator
            ? $"name them in {VoiceCloneConfig.FileName}"
            : "set ReferenceAudio and ReferenceText of its NarrationVoice item";
}
