using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace FlamingHorse.Narration.Build.Logging;

/// <summary>The engine's voice in the build's log; remembers the findings.</summary>
/// <param name="log">The task's log.</param>
/// <param name="projectFile">The place of what has no other.</param>
/// <param name="quiet">An editor's build: nothing of it may fail or warn.</param>
internal sealed class MSBuildLog(TaskLoggingHelper log, string projectFile, bool quiet) : INarrationLog
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
        finding = finding with { Place = finding.Place ?? new(projectFile) };
        lock (_gate)
        {
            _findings.Add(finding);
        }

        log.Report(finding, quiet);
    }

    public void Line(string text) => log.LogMessage(MessageImportance.High, "{0}", text);

    public void Trace(string text) => log.LogMessage(MessageImportance.Low, "{0}", text);
}
