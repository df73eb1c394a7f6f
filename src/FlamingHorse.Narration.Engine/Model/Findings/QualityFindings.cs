using FlamingHorse.Narration.Script.Diagnostics;
using static FlamingHorse.Narration.Script.Diagnostics.FindingSeverity;

namespace FlamingHorse.Narration.Engine.Model.Findings;

/// <summary>FHN4xxx: audible faults; FHN9xxx: internal errors.</summary>
public static class QualityFindings
{
    public static readonly FindingKind ClipRejected = new("FHN4001", Error, "No take of a segment passed the quality gate");
    public static readonly FindingKind TakeDoubtful = new("FHN4002", Warning, "A recognizer hears something other than the text");
    public static readonly FindingKind DoubtNotEnded = new("FHN4003", Error, "NarrationCheck=Required: a take is doubtful or refused");
    public static readonly FindingKind TakeUnheard = new("FHN4004", Error, "NarrationCheck=Required: nobody has listened to a take");
    public static readonly FindingKind NobodyListened = new("FHN4005", Warning, "CheckNarration found no recognizer that can hear a take");
    public static readonly FindingKind TakeRefused = new("FHN4006", Warning, "A take in the lock says something other than its text");
    public static readonly FindingKind AcceptMatchesNothing = new("FHN4007", Warning, "NarrationAccept names no segment with a take")
    {
        IsOfTheMoment = true,
    };
    public static readonly FindingKind AuditUnreadable = new("FHN4020", Error, "narration.audit.json cannot be read");
    public static readonly FindingKind Internal = new("FHN9001", Error, "Internal error");
    public static readonly FindingKind CannotNormalize = new("FHN9002", Error, "This runtime cannot normalize Unicode text");
}
