namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>What <c>ExportNarration</c> and <c>ReportNarration</c> make of a finished build.</summary>
public sealed record PublishingSettings
{
    /// <summary>In the order written.</summary>
    public IReadOnlyList<string> ExportFormats { get; init; } = [];

    /// <summary>Absolute; null for the target's default.</summary>
    public string? ExportPath { get; init; }

    /// <summary>Silence between two segments of an exported timeline.</summary>
    public TimeSpan ExportGap { get; init; }

    /// <summary><c>output_dir</c> of <c>voice_clone_config.json</c>, absolute; null when it says nothing.</summary>
    public string? FlamingHorseOutput { get; init; }

    /// <summary>The page holds its audio itself.</summary>
    public bool EmbedAudio { get; init; }

    /// <summary>Share or number of segments to listen to, as written; null for none.</summary>
    public string? AuditSample { get; init; }

    /// <summary>Model or voice that speaks the sample once more; null for none.</summary>
    public string? CompareModel { get; init; }
}
