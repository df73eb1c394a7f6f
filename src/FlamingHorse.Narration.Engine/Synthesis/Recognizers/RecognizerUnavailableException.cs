using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>The recognizer cannot listen at all; starting it again would change nothing.</summary>
internal sealed class RecognizerUnavailableException(Finding finding, Exception? cause = null) : Exception(finding.Message, cause)
{
    public Finding Finding { get; } = finding;
}
