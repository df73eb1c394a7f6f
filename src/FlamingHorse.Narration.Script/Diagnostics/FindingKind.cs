namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>
/// One documented diagnostic: its code, its severity and its title. The wording of an instance is in <see cref="Finding"/>.
/// </summary>
/// <param name="Code">"FHN" and four digits; the first says the area (docs/diagnostics.md).</param>
/// <param name="Severity">The default severity.</param>
/// <param name="Title">A short sentence without a full stop.</param>
/// <param name="ReportedBy">The one side that reports it.</param>
public sealed record FindingKind(string Code, FindingSeverity Severity, string Title, Reporter ReportedBy = Reporter.Build)
{
    /// <summary>
    /// It depends on what lies outside the project, such as a server: the next build looks again, where it would otherwise repeat what the
    /// last one said.
    /// </summary>
    public bool IsOfTheMoment { get; init; }

    /// <summary>An instance at a place.</summary>
    public Finding At(SourcePlace? place, string message) => new(this, message, place);
}
