using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace FlamingHorse.Narration.Build.Logging;

/// <summary>A finding as MSBuild's own kind of message, so that NoWarn, WarningsAsErrors and an editor's error list apply.</summary>
internal static class LogExtensions
{
    /// <param name="log">The task's log.</param>
    /// <param name="finding">What to say.</param>
    /// <param name="quiet">An editor's build: nothing of it may fail or warn.</param>
    public static void Report(this TaskLoggingHelper log, Finding finding, bool quiet = false)
    {
        var place = finding.Place ?? new("");
        var (code, message) = (finding.Kind.Code, finding.Message);
        switch (quiet ? FindingSeverity.Message : finding.Kind.Severity)
        {
            case FindingSeverity.Error:
                log.LogError(null, code, null, null, place.File, place.Line, place.Column, place.EndLine, place.EndColumn, "{0}", message);
                break;
            case FindingSeverity.Warning:
                log.LogWarning(
                    null,
                    code,
                    null,
                    null,
                    place.File,
                    place.Line,
                    place.Column,
                    place.EndLine,
                    place.EndColumn,
                    "{0}",
                    message
                );
                break;
            default:
                log.LogMessage(
                    null,
                    code,
                    null,
                    place.File,
                    place.Line,
                    place.Column,
                    place.EndLine,
                    place.EndColumn,
                    MessageImportance.High,
                    "{0}",
                    message
                );
                break;
        }
    }
}
