using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>
/// Finds what a voice speaks with: in its own language, and in each other one that a segment asks for. What the lock says holds, so that
/// no key moves.
/// </summary>
internal sealed class SystemVoiceResolver(VoiceSettings configured, VoiceContext context)
{
    private readonly LockedVoice? _pin = context.FindPin(configured);

    /// <summary>The author's own choice; null when there is none.</summary>
    private readonly string? _named = configured.Model ?? context.Settings.Defaults.SystemModel;

    private readonly SystemVoiceChooser _chooser = new(context);

    public async ValueTask<ResolvedVoice> ResolveAsync(CancellationToken cancellation)
    {
        var own = await ResolveOwnAsync(cancellation).ConfigureAwait(false);
        var others = new Dictionary<string, ResolvedVoice>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in context.LanguagesOf(configured.Name).Where(language => !IsSame(language, own.Voice.Language)))
        {
            if (await ResolveOtherAsync(language, own, cancellation).ConfigureAwait(false) is { } other)
            {
                others[language] = other;
            }
        }

        return own with
        {
            ByLanguage = others,
        };
    }

    private async ValueTask<ResolvedVoice> ResolveOwnAsync(CancellationToken cancellation)
    {
        var (language, _) = context.ChooseLanguage(configured, _pin);
        if (_pin is { Engine.Length: > 0 } && IsSame(_pin.Language, language))
        {
            return _named is null && _pin.IsModelFromMachine
                ? SpeakWith(new(_pin.Engine, _pin.Model), isFromMachine: true)
                : SpeakWith(new(_pin.Engine, _named ?? ""), isFromMachine: false);
        }

        try
        {
            return await ChooseAsync(language, cancellation).ConfigureAwait(false) is { } chosen
                ? SpeakWith(chosen, isFromMachine: _named is null && chosen.Model.Length > 0)
                : NamedVoice.Resolve(configured, context, _named ?? "") with
                {
                    IsKeyed = false,
                };
        }
        catch (NarrationException e)
        {
            return NamedVoice.Resolve(configured, context, "") with { IsKeyed = false, Problem = AtVoice(e.Finding) };
        }
    }

    private async ValueTask<MachineVoice?> ChooseAsync(string language, CancellationToken cancellation)
    {
        var preferred = _pin?.Engine ?? "";
        return _named is null ? await _chooser.ChooseAsync(language, preferred, cancellation).ConfigureAwait(false)
            : _chooser.ChooseEngine(language, preferred) is { } engine ? new(engine, _named)
            : null;
    }

    /// <summary>In a language that is not the voice's own; null where the voice speaks it as it is.</summary>
    private async ValueTask<ResolvedVoice?> ResolveOtherAsync(string language, ResolvedVoice own, CancellationToken cancellation)
    {
        var pinned = own.Pin.MachineVoices.ByLanguage.GetValueOrDefault(language);
        if (pinned is null && _named is not null && SystemEngines.Named(own.Voice.Engine)?.Speaks(language) != false)
        {
            return null;
        }

        try
        {
            var chosen = pinned ?? await _chooser.ChooseAsync(language, own.Voice.Engine, cancellation).ConfigureAwait(false);
            return chosen is null ? own with { IsKeyed = false }
                : chosen == new MachineVoice(own.Voice.Engine, own.Voice.Model) ? null
                : own with
                {
                    Voice = own.Voice with { Engine = chosen.Engine, Model = chosen.Model },
                    Pin = own.Pin with { MachineVoices = own.Pin.MachineVoices.With(language, chosen) },
                    Problem = FindAbsence(chosen.Engine),
                };
        }
        catch (NarrationException e)
        {
            return own with { IsKeyed = false, Problem = AtVoice(e.Finding) };
        }
    }

    private ResolvedVoice SpeakWith(MachineVoice chosen, bool isFromMachine)
    {
        var resolved = NamedVoice.Resolve(configured, context, chosen.Model, chosen.Engine);
        return resolved with
        {
            Pin = resolved.Pin with { IsModelFromMachine = isFromMachine, MachineVoices = _pin?.MachineVoices ?? MachineVoices.None },
            Problem = FindAbsence(chosen.Engine),
        };
    }

    private Finding? FindAbsence(string engine) =>
        context.IsProgramHere(SystemEngines.Program(engine))
            ? null
            : VoiceFindings.EngineVoiceMissing.At(
                configured.Place,
                $"'{configured.Name}' speaks with {engine}{Why(engine)}, but {engine} is not on this machine. "
                    + $"{SystemEngines.Named(engine)?.Cure(context.Family)} Or build with NarrationMissing=Estimate, or remove the "
                    + $"voice from {LockFile.FileName} to speak with another engine."
            );

    private string Why(string engine) =>
        _pin?.Engine == engine || _pin?.MachineVoices.ByLanguage.Values.Any(voice => voice.Engine == engine) == true
            ? ", as the lock file says"
            : " in a language that no other engine here speaks";

    private Finding AtVoice(Finding finding) => finding with { Place = finding.Place ?? configured.Place };

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
