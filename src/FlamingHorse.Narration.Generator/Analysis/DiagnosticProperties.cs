namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>What the analyzer tells the code fixes.</summary>
public static class DiagnosticProperties
{
    /// <summary>The id that would resolve a duplicate.</summary>
    public const string SuggestedId = nameof(SuggestedId);
}
