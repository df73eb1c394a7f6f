using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>Chooses engine and voice for a language where neither the author nor the lock names them.</summary>
internal sealed class SystemVoiceChooser(VoiceContext context)
{
    /// <param name="language">Full name.</param>
    /// <param name="preferred">An engine that is preferred if it speaks the language; empty for none.</param>
    /// <param name="cancellation">Ends the wait for the list of voices.</param>
    /// <returns>
    /// Null where it cannot be known: no process may be started, or the system has no engine at all. The name stays empty where the engine
    /// takes the right voice unasked, so that machines which differ only in what else they have compute the same key.
    /// </returns>
    /// <exception cref="NarrationException">FHN2029: there is no voice for the language; FHN2001: the engine does not answer.</exception>
    public async ValueTask<MachineVoice?> ChooseAsync(string language, string preferred, CancellationToken cancellation)
    {
        if (ChooseEngine(language, preferred) is not { } name || SystemEngines.Named(name) is not { } engine)
        {
            return null;
        }

        if (!engine.SpeaksAsTheSystem || IsSystems(language))
        {
            return new(name, "");
        }

        if (context.IsDesignTime)
        {
            return null;
        }

        var probed = await new SystemEngineProbe(context.WorkersDirectory, context.ProjectDirectory, context.Settings.Machine.Environment)
            .ProbeAsync(engine, cancellation)
            .ConfigureAwait(false);
        return Pick(probed.Voices, language) is { } voice
            ? new(name, voice.Name)
            : throw new NarrationException(
                VoiceFindings.EngineVoiceMissing.At(
                    null,
                    $"This system has no voice for {language}. Add one ({WhereToAdd}), or name another with Model of a NarrationVoice."
                )
            );
    }

    /// <summary>The first that speaks the language and is here; else one that would, so that a message can say what to install.</summary>
    public string? ChooseEngine(string language, string preferred)
    {
        var all = SystemEngines.Of(context.Family);
        var speaking = all.Append(preferred)
            .Where(name => SystemEngines.Named(name)?.Speaks(language) == true)
            .OrderByDescending(name => name == preferred)
            .ToList();
        return speaking.Find(name => context.IsProgramHere(SystemEngines.Program(name)))
            ?? (all.Any(name => context.IsProgramHere(SystemEngines.Program(name))) ? speaking.FirstOrDefault() : null);
    }

    /// <summary>A system that does not say its language is taken for an English one, as before there was a choice.</summary>
    private bool IsSystems(string language) =>
        context.SystemLanguage.Length == 0
            ? LanguageTag.IsEnglish(language)
            : language.Length == 0
                || language.Equals("auto", StringComparison.OrdinalIgnoreCase)
                || LanguageTag.IsOf(context.SystemLanguage, language);

    /// <summary>
    /// Chooses among a Mac's many voices one that was made for reading: no novelty voice, and rather one of that language than one that
    /// speaks all languages.
    /// </summary>
    private static SystemVoice? Pick(IReadOnlyList<SystemVoice> voices, string language) =>
        voices
            .Where(voice => LanguageTag.IsOf(voice.Language, language) && !SayEngine.IsJoke(voice.Name))
            .OrderByDescending(voice => voice.Name == SayEngine.EnglishVoice)
            .ThenBy(voice => voice.Name.Contains('('))
            .FirstOrDefault();

    private string WhereToAdd =>
        context.Family == SystemFamily.MacOS
            ? "System Settings, Accessibility, Spoken Content, System voice, Manage Voices"
            : "Settings, Time & language, Speech, Add voices";
}
