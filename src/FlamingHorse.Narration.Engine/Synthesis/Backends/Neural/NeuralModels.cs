using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;

/// <summary>Where voices and models are looked for, beside those that come with the program.</summary>
internal static class NeuralModels
{
    /// <summary>In the order in which they are looked in; what is fetched goes into the last.</summary>
    public static IReadOnlyList<string> Folders(NarrationSettings settings)
    {
        var own = Path.Combine(CacheLocation.Default(settings.Machine.Environment.GetValueOrDefault, CurrentSystem.Family), "models");
        return settings.Values.Get(NeuralSettings.ModelPath) is { } first ? [first, own] : [own];
    }
}
