namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>The two sides of a comparison.</summary>
/// <param name="A">What the lesson uses: its model, or its voice.</param>
/// <param name="B">What it is compared with.</param>
public sealed record PageComparison(string A, string B);
