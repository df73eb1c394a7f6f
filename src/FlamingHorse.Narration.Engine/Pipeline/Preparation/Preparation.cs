using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Voices;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

namespace FlamingHorse.Narration.Engine.Pipeline.Preparation;

/// <summary>Has the configured backend check everything that a synthesis will need, with every configured voice.</summary>
/// <param name="settings">As configured; the backend decided.</param>
/// <param name="projectDirectory">Absolute.</param>
/// <param name="intermediateDirectory">Where <c>ready.json</c> is written when the project is not one of Flaming Horse.</param>
/// <param name="workersDirectory">The package's folder of workers.</param>
/// <param name="log">Hears the table.</param>
public sealed class Preparation(
    NarrationSettings settings,
    string projectDirectory,
    string intermediateDirectory,
    string workersDirectory,
    INarrationLog log
)
{
    /// <summary>True when a build would find everything it needs. What is wrong is reported, each with its cure.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var backend = BackendRegistry.Find(settings.Backend);
        bool IsProgramHere(string name) => Executable.Find(name, settings.Machine.SearchPath) is not null;
        var voices = await new VoiceResolver(
            backend,
            new()
            {
                Settings = settings,
                ProjectDirectory = projectDirectory,
                WorkersDirectory = workersDirectory,
                IsProgramHere = IsProgramHere,
            }
        ).ResolveAsync(settings.Voices.Keys, cancellation).ConfigureAwait(false);
        var context = new PreparationContext
        {
            Settings = settings,
            Voices = [.. voices.OrderBy(voice => voice.Key, StringComparer.Ordinal).Select(voice => voice.Value)],
            ProjectDirectory = projectDirectory,
            IntermediateDirectory = intermediateDirectory,
            WorkersDirectory = workersDirectory,
            IsProgramHere = IsProgramHere,
            Log = log,
        };
        var speaks = await backend.PrepareAsync(context, cancellation).ConfigureAwait(false);
        return await new PocketSphinxCheck(context).RunAsync(cancellation).ConfigureAwait(false) && speaks;
    }
}
