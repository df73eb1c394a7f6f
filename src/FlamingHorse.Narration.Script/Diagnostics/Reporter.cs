namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>The side that reports a diagnostic, so that nothing is said twice.</summary>
public enum Reporter
{
    /// <summary>The MSBuild task.</summary>
    Build,

    /// <summary>The Roslyn analyzer, in the editor and in the build.</summary>
    Analyzer,
}
