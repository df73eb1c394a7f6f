using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Reports findings as they come, and keeps them; any thread. An editor's run reports none: the real build will.</summary>
internal sealed class FindingLog(INarrationLog log, bool isSilent)
{
    private readonly Lock _gate = new();
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _findings];
            }
        }
    }

    public bool HasErrors => All.Any(finding => finding.Kind.Severity == FindingSeverity.Error);

    public void Report(Finding finding)
    {
        if (isSilent)
        {
            log.Trace($"{finding.Kind.Code}: {finding.Message}");
            return;
        }

        lock (_gate)
        {
            _findings.Add(finding);
        }

        log.Report(finding);
    }
}
