using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;

/// <summary>What the worker says of its preparation, line by line; checks are reported as they are read.</summary>
/// <param name="log">Takes the checks.</param>
internal sealed class MlxPreparationAnswer(INarrationLog log)
{
    /// <summary>The worker can speak.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The worker cannot run at all; it was reported why.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>The result of a successful trial; null if there was none.</summary>
    public JsonElement? Trial { get; private set; }

    /// <summary>False if the line is not a message of the worker.</summary>
    public bool TryRead(string line)
    {
        if (Parse(line) is not { } message)
        {
            return false;
        }

        switch (message.GetProperty("t").GetString())
        {
            case "check":
                Report(PreparationRow.Of(message));
                break;
            case "signal":
                log.Line(message.GetProperty("text").GetString()!);
                break;
            case "result":
                IsReady = message.GetProperty("ok").GetBoolean();
                Trial = IsReady && message.TryGetProperty("timings", out _) ? message : null;
                break;
            case "error":
                IsRefused = true;
                ReportRefusal(message);
                break;
        }

        return true;
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

    private void Report(PreparationRow row)
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

    private void ReportRefusal(JsonElement message)
    {
        var code = message.TryGetProperty("finding", out var finding) ? finding.GetString()! : "FHN2015";
        var cure = message.TryGetProperty("cure", out var said) ? said.GetString() : "";
        log.Report(
            new FindingKind(code, FindingSeverity.Error, "The worker cannot run").At(
                null,
                $"{message.GetProperty("message").GetString()} {cure}"
            )
        );
    }
}
