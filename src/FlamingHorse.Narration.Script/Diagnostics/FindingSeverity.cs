namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>How loudly a finding is reported.</summary>
public enum FindingSeverity
{
    /// <summary>Told, and never fails a build.</summary>
    Message,

    /// <summary>A warning; <c>NoWarn</c> and <c>WarningsAsErrors</c> apply.</summary>
    Warning,

    /// <summary>Fails the build.</summary>
    Error,
}
