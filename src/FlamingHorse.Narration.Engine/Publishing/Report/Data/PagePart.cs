namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>A part of a text: prose, or a formula. One of the two is null.</summary>
/// <param name="Text">Prose.</param>
/// <param name="Latex">A formula without its delimiters.</param>
public sealed record PagePart(string? Text, string? Latex);
