using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>
/// Which backend speaks where the project names none. The voice of the Speech package speaks where nothing else is configured and nothing
/// else has spoken; it never takes the place of another voice, and what it has spoken stays its own.
/// </summary>
public static class BackendChoice
{
    /// <summary>The settings with the backend decided, as if the project named it.</summary>
    /// <param name="settings">As configured.</param>
    /// <param name="locked">The lock's voices.</param>
    public static NarrationSettings Decide(NarrationSettings settings, IEnumerable<LockedVoice> locked) =>
        settings with
        {
            Backend =
                settings.BackendSource != SettingSource.Property && IsNeural(settings, locked) ? NeuralVoice.Backend : settings.Backend,
            BackendSource = SettingSource.Property,
        };

    private static bool IsNeural(NarrationSettings settings, IEnumerable<LockedVoice> locked)
    {
        var backends = locked.Select(voice => voice.Backend).Where(name => name != Recording.Voice).Distinct().ToList();
        if (backends is [NeuralVoice.Backend])
        {
            // A clone stays with it: variables and .env of a machine do not count.
            return settings.ReferenceSource != SettingSource.Property;
        }

        return backends.Count == 0
            && settings is { BackendSource: SettingSource.Default, ReferenceSource: SettingSource.Default }
            && settings.Values.Get(NeuralSettings.Program) is not null;
    }
}
