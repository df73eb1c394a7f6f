namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>How a finding is reported.</summary>
public enum FindingSeverity
{
    /// <summary>Information; it never fails a build.</summary>
    Message,

    /// <summary>A warning; <c>NoWarn</c> and <c>WarningsAsErrors</c> apply.</summary>
    Warning,

    /// <summary>Fails the build.</summary>
    Error,
}
