using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Model;

/// <summary>Where a run tells what it does, while it does it. Calls come from any thread.</summary>
public interface INarrationLog
{
    /// <summary>
    /// A diagnostic, said once, when it is found. The outcome of a run lists the same findings again: report either these or those.
    /// </summary>
    void Report(Finding finding);

    /// <summary>A line for the reader of a plain log.</summary>
    void Line(string text);

    /// <summary>A line for diagnosing a fault.</summary>
    void Trace(string text);
}
