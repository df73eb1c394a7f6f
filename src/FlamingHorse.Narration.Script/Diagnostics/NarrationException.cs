namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>A finding that ends the current work. The caller decides how much else ends with it.</summary>
public sealed class NarrationException(Finding finding, Exception? cause = null) : Exception(finding.Message, cause)
{
    /// <summary>What to report.</summary>
    public Finding Finding { get; } = finding;
}
