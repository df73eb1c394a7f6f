using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>The backend as a whole cannot go on.</summary>
internal sealed class BackendFailedException(Finding finding, Exception? cause = null) : Exception(finding.Message, cause)
{
    public Finding Finding { get; } = finding;
}
