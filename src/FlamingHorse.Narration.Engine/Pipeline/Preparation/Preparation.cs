using System.Text.Json;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Planning.Voices;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline.Preparation;

/// <summary>Checks everything that a synthesis will need, warms the model up, and writes <c>ready.json</c>.</summary>
/// <param name="settings">As configured.</param>
/// <param name="projectDirectory">Absolute.</param>
/// <param name="intermediateDirectory">Where <c>ready.json</c> goes when the project is none of Flaming Horse's.</param>
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
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _downloadLimit = TimeSpan.FromHours(6);

    /// <summary>True when a build would find everything it needs. What is wrong is reported, each with its cure.</summary>
    public Task<bool> RunAsync(CancellationToken cancellation) =>
        (settings.Backend ?? NarrationSettings.DefaultBackend) switch
        {
            "mlx" => PrepareMlxAsync(cancellation),
            "system" => Task.FromResult(CheckSystem()),
            var other => Task.FromResult(NothingToPrepare(other)),
        };

    private bool CheckSystem()
    {
        if (SystemEngines.Find(name => Executable.Find(name, settings.Machine.SearchPath) is not null) is { } engine)
        {
            log.Line($"ok      system voice             {engine}");
            return true;
        }

        log.Report(
            VoiceFindings.NoBackend.At(
                null,
                "The operating system has no voice: neither flite nor espeak-ng is on PATH. Install one of them."
            )
        );
        return false;
    }

    private bool NothingToPrepare(string backend)
    {
        log.Line($"NarrationBackend={backend} needs no preparation; a build asks it when there is something to say.");
        return true;
    }

    private async Task<bool> PrepareMlxAsync(CancellationToken cancellation)
    {
        var narrator = Resolve(NarrationSettings.Narrator);
        var ready = ReadyPath();
        var isProved =
            !settings.Worker.Force
            && narrator is not null
            && ReadyFile.Proves(ready, narrator, settings.Voices[NarrationSettings.Narrator].ReferenceText);
        ChildRun run;
        try
        {
            run = await ChildRun
                .RunAsync(
                    new(settings.Worker.Python, [Path.Combine(workersDirectory, "mlx", "worker.py"), "--prepare", "--die-with-parent"])
                    {
                        Environment = ChildEnvironment.ForWorker(
                            settings.Machine.Environment,
                            settings.Worker.Variables,
                            settings.Worker.AllowDownload
                        ),
                        WorkingDirectory = projectDirectory,
                    },
                    Request(isProved),
                    settings.Worker.AllowDownload ? _downloadLimit : _limit,
                    cancellation
                )
                .ConfigureAwait(false);
        }
        catch (ChildStartException e)
        {
            log.Report(
                VoiceFindings.PythonMissing.At(
                    null,
                    $"'{settings.Worker.Python}' cannot be started: {e.Message} Run 'dotnet build -t:SetupNarration', or set NarrationPython to the interpreter of an MLX environment."
                )
            );
            return false;
        }
        catch (TimeoutException e)
        {
            log.Report(
                VoiceFindings.WorkerFailed.At(
                    null,
                    $"{e.Message}. Look at the log for the last thing it did, and run PrepareNarration again."
                )
            );
            return false;
        }

        return Read(run, narrator, isProved ? null : ready);
    }

    private bool Read(ChildRun run, Voice? narrator, string? ready)
    {
        var isReady = false;
        foreach (var line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(line) is not { } message)
            {
                log.Report(NoWorker($"it wrote {line.Trim()}"));
                return false;
            }

            switch (message.GetProperty("t").GetString())
            {
                case "check":
                    Tell(PreparationRow.Of(message));
                    break;
                case "signal":
                    log.Line(message.GetProperty("text").GetString()!);
                    break;
                case "result":
                    isReady = message.GetProperty("ok").GetBoolean();
                    if (isReady && ready is not null && narrator is not null && message.TryGetProperty("timings", out _))
                    {
                        ReadyFile.Write(
                            ready,
                            narrator,
                            message,
                            settings.Voices[NarrationSettings.Narrator].ReferenceText,
                            !settings.Worker.AllowDownload,
                            TimeProvider.System.GetUtcNow()
                        );
                        log.Line($"{ready} written");
                    }

                    break;
                case "error":
                    log.Report(
                        new FindingKind(
                            message.TryGetProperty("finding", out var code) ? code.GetString()! : "FHN2015",
                            FindingSeverity.Error,
                            "The worker cannot run"
                        ).At(
                            null,
                            $"{message.GetProperty("message").GetString()} {(message.TryGetProperty("cure", out var cure) ? cure.GetString() : "")}"
                        )
                    );
                    return false;
            }
        }

        if (!isReady && run.Output.Length == 0)
        {
            log.Report(NoWorker($"it ended with code {run.ExitCode} before the first check. {run.Errors}".Trim()));
        }

        return isReady;
    }

    /// <summary>Null: no message of ours.</summary>
    private static JsonElement? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("t", out _)
                ? document.RootElement.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Finding NoWorker(string sign) =>
        VoiceFindings.PythonMissing.At(
            null,
            $"'{settings.Worker.Python}' does not run the worker: {sign.TrimEnd('.')}. Run 'dotnet build -t:SetupNarration', or set NarrationPython to the interpreter of an MLX environment."
        );

    private void Tell(PreparationRow row)
    {
        log.Line(row.ToString());
        if (row.Severity is "error" or "warning")
        {
            var severity = row.Severity == "error" ? FindingSeverity.Error : FindingSeverity.Warning;
            log.Report(new FindingKind(row.Code, severity, row.Name).At(null, $"{row.Name}: {row.Detail.TrimEnd('.')}. {row.Cure}"));
        }
        else if (row.Severity == "skipped")
        {
            log.Trace(row.Cure);
        }
    }

    private string Request(bool isProved)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            var narrator = Resolve(NarrationSettings.Narrator);
            json.WriteStartObject();
            json.WriteString(
                "model",
                narrator?.ModelFolder ?? narrator?.Model ?? settings.Defaults.Model ?? settings.Defaults.QualityModel
            );
            json.WriteString("language", narrator?.Language ?? settings.Defaults.Language ?? NarrationSettings.DefaultLanguage);
            json.WriteBoolean("allow_download", settings.Worker.AllowDownload);
            json.WriteNumber("memory_limit_gib", settings.Worker.MemoryLimit);
            json.WriteBoolean("skip_trial", isProved);
            json.WriteStartArray("voices");
            foreach (
                var voice in settings
                    .Voices.Keys.Order(StringComparer.Ordinal)
                    .Select(Resolve)
                    .OfType<Voice>()
                    .Where(v => v.ReferenceAudio is not null)
            )
            {
                json.WriteStartObject();
                json.WriteString("name", voice.Name);
                json.WriteString("ref_audio", voice.ReferenceAudio);
                json.WriteString("ref_text", voice.ReferenceText ?? "");
                WriteSeconds(json, "start", voice.Cut.Start);
                WriteSeconds(json, "end", voice.Cut.End);
                json.WriteBoolean("allow_long_reference", voice.AllowLongReference);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? time)
    {
        if (time is { } at)
        {
            json.WriteNumber(name, at.TotalSeconds);
        }
    }

    private Voice? Resolve(string name) =>
        new VoiceResolver(settings with { Backend = "mlx" }, new Dictionary<string, LockedVoice>(), projectDirectory, _ => false)
            .Find(name)
            ?.Voice;

    /// <summary>Where Flaming Horse looks for it, in a project of its kind; else under <c>obj</c>.</summary>
    private string ReadyPath() =>
        Path.Combine(
            settings.Publishing.FlamingHorseOutput
                ?? (
                    File.Exists(Path.Combine(projectDirectory, VoiceCloneConfig.FileName))
                        ? Path.Combine(projectDirectory, "media", "voiceovers", "qwen")
                        : intermediateDirectory
                ),
            ReadyFile.FileName
        );
}
