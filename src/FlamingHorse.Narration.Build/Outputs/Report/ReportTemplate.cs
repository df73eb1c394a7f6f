using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Outputs.Report;

/// <summary>The page without its data, as the package has it. One that was packed without Node.js, as for a demo, has none.</summary>
internal static class ReportTemplate
{
    private const string RelativePath = "report/narration-report.template.html";

    /// <param name="packageDirectory">Root of the unpacked package.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="NarrationException">FHN3057: it is not there.</exception>
    public static async Task<string> ReadAsync(string packageDirectory, CancellationToken cancellation)
    {
        var path = Path.Combine(packageDirectory, RelativePath);
        try
        {
            return await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NarrationException(
                StoreFindings.ReportTemplateMissing.At(
                    new(path),
                    "This package has no report page: it was packed on a machine without Node.js. Use a published package, or pack it "
                        + "again on a machine with npm."
                ),
                e
            );
        }
    }
}
