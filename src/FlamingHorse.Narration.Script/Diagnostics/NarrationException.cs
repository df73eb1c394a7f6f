namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>A finding that ends the work at hand. Whoever called decides how far the end reaches.</summary>
public sealed class NarrationException(Finding finding, Exception? cause = null) : Exception(finding.Message, cause)
{
    /// <summary>What to report.</summary>
    public Finding Finding { get; } = finding;
}
