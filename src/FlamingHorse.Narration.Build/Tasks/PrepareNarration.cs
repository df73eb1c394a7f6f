using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Pipeline.Preparation;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>Checks the backend, and with <see cref="Setup"/> makes the MLX environment first.</summary>
[MSBuildMultiThreadableTask]
public sealed class PrepareNarration : NarrationTask
{
    /// <summary>Root of the unpacked package.</summary>
    [Required]
    public string PackageDirectory { get; set; } = "";

    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>Make the environment before checking it.</summary>
    public bool Setup { get; set; }

    private protected override string CureForWriting => $"The preparation needs {IntermediateDirectory} to be writable.";

    private protected override async Task<bool> ExecuteAsync(MSBuildLog log)
    {
        var workers = Path.Combine(PackageDirectory, "workers");
        if (Setup && !await MakeEnvironmentAsync(workers, log).ConfigureAwait(false))
        {
            return !Log.HasLoggedErrors;
        }

        // Read again: the environment that was just made is found by this.
        var settings = ReadSettings(log);
        // Whoever makes the MLX environment means to speak with it.
        var decided = Setup ? settings : BackendChoice.Decide(settings, Engine.Locks.LockFile.Read(LockFile).Voices.Values);
        return await new Preparation(decided, ProjectDirectory, IntermediateDirectory, workers, log)
                .RunAsync(Cancellation)
                .ConfigureAwait(false) || Failed(log);
    }

    /// <summary>False when there is nothing to prepare: it could not be made, or was not to be.</summary>
    private async Task<bool> MakeEnvironmentAsync(string workers, MSBuildLog log)
    {
        var settings = ReadSettings(log);
        var isDryRun = settings.Values.Get(SettingsTable.DryRun);
        var isMade = await EnvironmentSetup
            .RunAsync(settings, ProjectDirectory, workers, isDryRun, log, Cancellation)
            .ConfigureAwait(false);
        return isMade && !isDryRun;
    }

    private static bool Failed(MSBuildLog log)
    {
        if (!log.HasErrors)
        {
            log.Report(VoiceFindings.WorkerFailed.At(null, "Preparation failed; the lines above say where."));
        }

        return false;
    }

    private NarrationSettings ReadSettings(MSBuildLog log)
    {
        var findings = new List<Finding>();
        var settings = ReadSettings(findings);
        if (!log.HasErrors)
        {
            findings.ForEach(log.Report);
        }

        return settings;
    }
}
