using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;

/// <summary>Lets the program check this machine and the voice, speak a trial and fetch what was requested.</summary>
internal sealed class NeuralPreparation(PreparationContext context)
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _downloadLimit = TimeSpan.FromHours(6);

    private readonly NarrationSettings _settings = context.Settings;

    /// <summary>True when a build would find everything it needs. What is wrong is reported, each with its cure.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (NeuralBackend.FindProblem(_settings.Voices[NarrationSettings.Narrator], _settings) is { } problem)
        {
            context.Log.Report(problem);
            return false;
        }

        try
        {
            var command = NeuralProgram.Command(
                _settings.Values.Get(NeuralSettings.Program)!,
                ["--prepare", "--die-with-parent"],
                ChildEnvironment.ForWorker(_settings.Machine.Environment, _settings.Worker.Variables, _settings.Worker.AllowDownload),
                _settings.Machine.Environment,
                context.ProjectDirectory
            );
            var limit = _settings.Worker.AllowDownload ? _downloadLimit : _limit;
            return await AskAsync(command, limit, cancellation).ConfigureAwait(false);
        }
        catch (ChildStartException e)
        {
            context.Log.Report(new NeuralProgram().CannotStart(e.Message));
        }
        catch (TimeoutException e)
        {
            context.Log.Report(VoiceFindings.WorkerFailed.At(null, $"{e.Message}. Look at the log for the last thing it did."));
        }

        return false;
    }

    /// <summary>Rows are reported as they come: a model that is fetched takes minutes.</summary>
    private async Task<bool> AskAsync(ChildCommand command, TimeSpan limit, CancellationToken cancellation)
    {
        var answer = new MlxPreparationAnswer(context.Log);
        string? junk = null;
        void Take(string line) => junk ??= line.Length == 0 || answer.TryRead(line) ? null : line.Trim();

        var run = await ChildRun.RunAsync(command, WriteRequest(), limit, cancellation, Take).ConfigureAwait(false);
        Take(run.Output[(run.Output.LastIndexOf('\n') + 1)..]);
        if (junk is not null)
        {
            context.Log.Report(new NeuralProgram().CannotStart($"it wrote {junk}"));
            return false;
        }

        if (run.Output.Length == 0)
        {
            var sign = $"it ended with code {run.ExitCode} before the first check. {run.Errors}";
            context.Log.Report(new NeuralProgram().CannotStart(sign.Trim()));
        }

        return answer.IsReady;
    }

    private string WriteRequest()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("model", context.Narrator?.Model ?? NeuralVoice.DefaultModel);
            json.WriteString("language", context.Narrator?.Language ?? NeuralVoice.Language);
            json.WriteBoolean("allow_download", _settings.Worker.AllowDownload);
            json.WriteStartArray("models");
            foreach (var folder in NeuralModels.Folders(_settings))
            {
                json.WriteStringValue(folder);
            }

            json.WriteEndArray();
            if (WhisperModels.ToPrepare(_settings, context.ProjectDirectory) is { } recognizer)
            {
                json.WriteStartObject("recognizer");
                json.WriteString("model", recognizer);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
