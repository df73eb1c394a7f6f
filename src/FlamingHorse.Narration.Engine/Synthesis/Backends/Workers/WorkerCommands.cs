using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>What a run asks of its backend's <see cref="IWorkerProgram"/>.</summary>
internal static class WorkerCommands
{
    /// <exception cref="NarrationException">FHN2022: there is nothing to start.</exception>
    public static ChildCommand For(SynthesisOptions options) => options.Program.Command(options);

    /// <summary>What to say when that program does not start.</summary>
    public static Finding CannotStart(SynthesisOptions options, string why) => options.Program.CannotStart(why);

    /// <summary>The message for a program that starts but is not a worker; null when it may be one.</summary>
    /// <param name="options">As given.</param>
    /// <param name="sign">What it did instead of saying hello.</param>
    public static Finding? IsNoWorker(SynthesisOptions options, string sign) => options.Program.IsNoWorker(options, sign);

    /// <summary>
    /// Whether a worker's failure means that nobody ever set up what it needs: an interpreter that is a guess and lacks something.
    /// </summary>
    public static bool IsNotSetUp(Finding finding, NarrationSettings settings) =>
        finding.Kind == VoiceFindings.NoBackend
        || (
            !settings.Worker.IsPythonConfigured
            && (finding.Kind == VoiceFindings.PythonMissing || finding.Kind == VoiceFindings.ModuleMissing)
        );
}
