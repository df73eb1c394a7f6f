using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Where a run tells what it does, while it does it. Calls come from any thread.</summary>
public interface INarrationLog
{
    /// <summary>A diagnostic, said once, when it is found. The same findings stand in <see cref="NarrationOutcome.Findings"/>: who reports these does not report those.</summary>
    void Report(Finding finding);

    /// <summary>A line for the reader of a plain log.</summary>
    void Line(string text);

    /// <summary>A line for whoever looks for a fault.</summary>
    void Trace(string text);
}
