using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Voices;

/// <summary>A voice that its backend knows by name. References and sampling are not part of it.</summary>
internal static class NamedVoice
{
    /// <param name="configured">The voice as configured.</param>
    /// <param name="context">As passed to the backend.</param>
    /// <param name="model">The backend's name for the voice; empty for its default.</param>
    /// <param name="engine">The program that speaks, where the backend has several; else empty.</param>
    public static ResolvedVoice Resolve(VoiceSettings configured, VoiceContext context, string model, string engine = "")
    {
        var (language, isFromMachine) = context.ChooseLanguage(configured, context.FindPin(configured));
        var voice = new Voice
        {
            Name = configured.Name,
            Backend = context.Settings.Backend,
            Engine = engine,
            Model = model,
            Language = language,
            Speed = configured.Speed ?? 1,
        };
        var pin = LockedVoice.Of(voice, context.LoudnessOf(configured)) with { IsLanguageFromMachine = isFromMachine };
        return new(voice, pin, IsKeyed: true, Problem: null);
    }
}
