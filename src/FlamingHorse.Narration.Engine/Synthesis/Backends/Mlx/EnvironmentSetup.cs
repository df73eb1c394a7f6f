using System.Text;
using CliWrap;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.Mlx;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;

/// <summary>
/// Makes the isolated Python environment, by the script that ships in the package. It is found by later builds without any setting.
/// </summary>
public static class EnvironmentSetup
{
    /// <param name="settings">As configured; with <c>NarrationAllowDownload</c> the tier's model and those that listen are fetched
    /// too.</param>
    /// <param name="projectDirectory">Where a relative folder of a model starts; such a model needs no fetching.</param>
    /// <param name="workersDirectory">The package's folder of workers.</param>
    /// <param name="isDryRun">Only say what would be run: no network, nothing written.</param>
    /// <param name="log">Hears what the script says.</param>
    /// <param name="cancellation">Ends the script.</param>
    public static async Task<bool> RunAsync(
        NarrationSettings settings,
        string projectDirectory,
        string workersDirectory,
        bool isDryRun,
        INarrationLog log,
        CancellationToken cancellation
    )
    {
        if (OperatingSystem.IsWindows())
        {
            log.Report(
                VoiceFindings.NoDevice.At(
                    null,
                    "MLX runs on macOS and Linux. On Windows use NarrationBackend=system or http, or a shared store."
                )
            );
            return false;
        }

        var arguments = new List<string>
        {
            Path.Combine(workersDirectory, "mlx", "setup.sh"),
            MlxEnvironment.Directory(settings.Machine.UserDataDirectory),
        };
        if (isDryRun)
        {
            arguments.Add("--dry-run");
        }

        if (settings.Worker.Force)
        {
            arguments.Add("--force");
        }

        var model = settings.Defaults.Model ?? settings.Defaults.QualityModel;
        var isLocal = new UserPath(projectDirectory, settings.Machine.Home).LocalModel(model) is not null;
        IReadOnlyList<string> models = [.. isLocal ? [] : new[] { model }, .. MlxRecognizer.ToFetch(settings, projectDirectory)];
        if (settings.Worker.AllowDownload && models.Count > 0)
        {
            arguments.AddRange(["--pull-models", string.Join(' ', models)]);
        }

        // The projects of a solution build side by side, and share one environment.
        using var alone = isDryRun
            ? null
            : await FileLock
                .TakeAsync(
                    Path.Combine(settings.Machine.LockDirectory, "mlx-setup.lock"),
                    TimeSpan.FromSeconds(0.5),
                    () => log.Line("Another build is making the MLX environment; this one waits."),
                    cancellation
                )
                .ConfigureAwait(false);
        var child = ChildProcess.Spawn(
            new("/bin/sh", arguments)
            {
                Environment = InheritedExceptSecrets(settings),
                WorkingDirectory = projectDirectory,
                Launcher = Path.Combine(workersDirectory, "launch.sh"),
                KeepsAwake = true,
            },
            new ChildPipes { Output = PipeTarget.ToDelegate(log.Line, Encoding.UTF8), OnErrorLine = log.Line }
        );
        await using (child.ConfigureAwait(false))
        {
            var code = await child.Exit.WaitAsync(cancellation).ConfigureAwait(false);
            if (code != 0)
            {
                log.Report(
                    VoiceFindings.ModuleMissing.At(
                        null,
                        $"The MLX environment could not be made (exit code {code}). The lines above say what to do."
                    )
                );
            }

            return code == 0;
        }
    }

    /// <summary>
    /// An installation that the user asked for follows the user's own settings (indexes, proxies, mirrors); our secrets are none of them.
    /// </summary>
    private static Dictionary<string, string> InheritedExceptSecrets(NarrationSettings settings)
    {
        var environment = settings
            .Machine.Environment.Where(variable => !variable.Key.StartsWith("NARRATION_", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);

        foreach (var (name, value) in settings.Worker.Variables)
        {
            environment[name] = value;
        }

        return environment;
    }
}
