namespace FlamingHorse.Narration.Build.State;

/// <summary>Settings that the up-to-date check ignores. Written by build/reference.sh from the table of settings.</summary>
internal static class UncheckedSettings
{
    /// <summary>Whether a build stays up to date when this setting changes.</summary>
    public static bool Contains(string name) =>
        name switch
        {
            "NarrationRetake" => true,
            "NarrationForce" => true,
            "NarrationDryRun" => true,
            "NarrationAccept" => true,
            "NarrationReportEmbed" => true,
            "NarrationAuditSample" => true,
            "NarrationCompareModel" => true,
            "NarrationExportFormat" => true,
            "NarrationExportPath" => true,
            "NarrationExportGap" => true,
            _ => false,
        };
}
