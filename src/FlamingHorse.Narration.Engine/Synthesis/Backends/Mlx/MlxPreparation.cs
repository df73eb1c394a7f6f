using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;

/// <summary>Has the worker check its environment and warm up the model, and writes <c>ready.json</c>.</summary>
internal sealed class MlxPreparation(PreparationContext context)
{
    private const string Cure = "Run 'dotnet build -t:SetupNarration', or set NarrationPython to the interpreter of an MLX environment.";
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _downloadLimit = TimeSpan.FromHours(6);

    private readonly NarrationSettings _settings = context.Settings;

    /// <summary>True when a build would find everything it needs. What is wrong is reported, each with its cure.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var ready = ReadyPath();
        var isProved = !_settings.Worker.Force && context.Narrator is { } narrator && ReadyFile.Proves(ready, narrator, ReferenceText);
        try
        {
            var run = await ChildRun
                .RunAsync(
                    new(_settings.Worker.Python, [MlxProgram.Script(context.WorkersDirectory), "--prepare", "--die-with-parent"])
                    {
                        Environment = ChildEnvironment.ForWorker(
                            _settings.Machine.Environment,
                            _settings.Worker.Variables,
                            _settings.Worker.AllowDownload
                        ),
                        WorkingDirectory = context.ProjectDirectory,
                    },
                    MlxPreparationRequest.Write(context, isProved),
                    _settings.Worker.AllowDownload ? _downloadLimit : _limit,
                    cancellation
                )
                .ConfigureAwait(false);
            return Read(run, isProved ? null : ready);
        }
        catch (ChildStartException e)
        {
            var what =
                e.Program.Length == 0
                    ? "There is no MLX environment, and no python3 but Apple's own."
                    : $"'{e.Program}' cannot be started: {e.Message}.";
            context.Log.Report(VoiceFindings.PythonMissing.At(null, $"{what} {Cure}"));
        }
        catch (TimeoutException e)
        {
            context.Log.Report(
                VoiceFindings.WorkerFailed.At(
                    null,
                    $"{e.Message}. Look at the log for the last thing it did, and run PrepareNarration again."
                )
            );
        }

        return false;
    }

    private bool Read(ChildRun run, string? ready)
    {
        var answer = new MlxPreparationAnswer(context.Log);
        foreach (var line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!answer.TryRead(line))
            {
                ReportNoWorker($"it wrote {line.Trim()}");
                return false;
            }

            if (answer.IsRefused)
            {
                return false;
            }
        }

        if (!answer.IsReady && run.Output.Length == 0)
        {
            ReportNoWorker($"it ended with code {run.ExitCode} before the first check. {run.Errors}".Trim());
        }

        if (ready is not null && answer.Trial is { } trial && context.Narrator is { } narrator)
        {
            ReadyFile.Write(ready, narrator, trial, ReferenceText, !_settings.Worker.AllowDownload, TimeProvider.System.GetUtcNow());
            context.Log.Line($"{ready} written");
        }

        return answer.IsReady;
    }

    private void ReportNoWorker(string sign) =>
        context.Log.Report(
            VoiceFindings.PythonMissing.At(null, $"'{_settings.Worker.Python}' cannot run the worker: {sign.TrimEnd('.')}. {Cure}")
        );

    private string? ReferenceText => _settings.Voices[NarrationSettings.Narrator].ReferenceText;

    /// <summary>Where Flaming Horse looks for it, in a project of its kind; else under <c>obj</c>.</summary>
    private string ReadyPath() =>
        Path.Combine(
            _settings.Publishing.FlamingHorseOutput
                ?? (
                    File.Exists(Path.Combine(context.ProjectDirectory, VoiceCloneConfig.FileName))
                        ? Path.Combine(context.ProjectDirectory, "media", "voiceovers", "qwen")
                        : context.IntermediateDirectory
                ),
            ReadyFile.FileName
        );
}
