using FlamingHorse.Narration.Script.Diagnostics;
using static FlamingHorse.Narration.Script.Diagnostics.FindingSeverity;

namespace FlamingHorse.Narration.Engine.Model.Findings;

/// <summary>FHN4xxx: what the ear would complain about; FHN9xxx: what should never happen.</summary>
public static class QualityFindings
{
    public static readonly FindingKind ClipRejected = new("FHN4001", Error, "No take of a segment passed the quality gate");
    public static readonly FindingKind AuditUnreadable = new("FHN4020", Error, "narration.audit.json cannot be read");
    public static readonly FindingKind Internal = new("FHN9001", Error, "Internal error");
    public static readonly FindingKind CannotNormalize = new("FHN9002", Error, "This runtime cannot normalize Unicode text");
}
