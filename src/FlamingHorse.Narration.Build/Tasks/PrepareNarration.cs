using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Pipeline.Preparation;
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

    /// <summary>Make the environment before checking it.</summary>
    public bool Setup { get; set; }

    /// <summary>With <see cref="Setup"/>: only say what would be done.</summary>
    public bool DryRun { get; set; }

    private protected override string CureForWriting => $"The preparation needs {IntermediateDirectory} to be writable.";

    private protected override async Task<bool> ExecuteAsync(MSBuildLog log)
    {
        var workers = Path.Combine(PackageDirectory, "workers");
        if (
            Setup
            && (
                !await EnvironmentSetup
                    .RunAsync(ReadSettings(log), ProjectDirectory, workers, DryRun, log, Cancellation)
                    .ConfigureAwait(false) || DryRun
            )
        )
        {
            return !Log.HasLoggedErrors;
        }

        // Read again: the environment that was just made is found by this.
        return await new Preparation(ReadSettings(log), ProjectDirectory, IntermediateDirectory, workers, log)
                .RunAsync(Cancellation)
                .ConfigureAwait(false) || Failed(log);
    }

    private static bool Failed(MSBuildLog log)
    {
        if (!log.HasErrors)
        {
            log.Report(VoiceFindings.WorkerFailed.At(null, "The preparation did not end well; the lines above say where."));
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
