using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace FlamingHorse.Narration.Build.Logging;

/// <summary>The engine's voice in the build's log; remembers the findings.</summary>
internal sealed class MSBuildLog(TaskLoggingHelper log, bool quiet) : INarrationLog
{
    private readonly List<Finding> _findings = [];
    private readonly Lock _gate = new();

    public IReadOnlyList<Finding> Findings
    {
        get
        {
            lock (_gate)
            {
                return [.. _findings];
            }
        }
    }

    public bool HasErrors => Findings.Any(f => f.Kind.Severity == FindingSeverity.Error);

    public void Report(Finding finding)
    {
        lock (_gate)
        {
            _findings.Add(finding);
        }

        log.Report(finding, quiet);
    }

    public void Line(string text) => log.LogMessage(MessageImportance.High, "{0}", text);

    public void Trace(string text) => log.LogMessage(MessageImportance.Low, "{0}", text);
}
