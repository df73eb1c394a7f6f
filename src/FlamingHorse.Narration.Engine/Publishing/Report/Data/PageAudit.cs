using FlamingHorse.Narration.Engine.Publishing.Report.Audits;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>What is to be judged, and what was judged so far.</summary>
public sealed record PageAudit
{
    /// <summary>As asked for, such as <c>5%</c>; empty when no sample was.</summary>
    public string Share { get; init; } = "";

    /// <summary>Ids marked for listening, in the order of the lesson.</summary>
    public IReadOnlyList<string> Sample { get; init; } = [];

    /// <summary>The mean similarity must be above this.</summary>
    public double SimilarityAbove { get; init; } = 7;

    /// <summary>The share of wrong words must be below this.</summary>
    public double WordErrorBelow { get; init; } = 0.02;

    /// <summary>What the audit file says.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; init; } = [];
}
