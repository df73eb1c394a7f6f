namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>Which side reports a diagnostic, so that none is reported twice.</summary>
public enum Reporter
{
    /// <summary>The MSBuild task.</summary>
    Build,

    /// <summary>The Roslyn analyzer, in the editor and in the build.</summary>
    Analyzer,
}
