using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>Writes a built script in the forms of other tools.</summary>
/// <param name="request">What is exported, and where to.</param>
/// <param name="formats">The available formats; null for those of this package.</param>
public sealed class NarrationExport(ExportRequest request, IReadOnlyList<IExportFormat>? formats = null)
{
    private readonly IReadOnlyList<IExportFormat> _formats = formats ?? ExportFormats.All;

    /// <summary>Writes all formats that are possible; the others are reported and not written.</summary>
    /// <returns>The files that are there now, absolute, in the order written.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Action<Finding> report, CancellationToken cancellation)
    {
        if (request.Scenes.Count == 0)
        {
            report(
                StoreFindings.NothingToExport.At(
                    new(request.ProjectFile),
                    "This project has no narration to export. Annotate a property with [Narration], "
                        + "or add Narration or NarrationScript items."
                )
            );
            return [];
        }

        Sweep();
        var files = new List<string>();
        foreach (var format in FindFormats(report))
        {
            try
            {
                files.AddRange(await format.WriteAsync(request, cancellation).ConfigureAwait(false));
            }
            catch (NarrationException error)
            {
                report(error.Finding);
            }
            catch (ArgumentException error)
            {
                // Rates without a common multiple, which no timeline can count in.
                report(StoreFindings.TrackImpossible.At(new(request.ProjectFile), error.Message));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                report(
                    StoreFindings.OutputNotWritable.At(
                        null,
                        $"The export as {format.Name} cannot be written: {error.Message} Free some space, "
                            + "or set NarrationExportPath to a folder that can be written."
                    )
                );
            }
        }

        return files;
    }

    private void Sweep()
    {
        foreach (var folder in new[] { request.Folder, Path.Combine(request.Folder, LessonFiles.SceneFolder), request.FlamingHorseFolder })
        {
            TemporaryFileName.Sweep(folder, request.Clock.GetUtcNow().UtcDateTime);
        }
    }

    private List<IExportFormat> FindFormats(Action<Finding> report)
    {
        var found = new List<IExportFormat>();
        foreach (var name in request.Settings.Publishing.ExportFormats)
        {
            if (_formats.Find(name) is { } format)
            {
                found.Add(format);
            }
            else
            {
                report(
                    StoreFindings.ExportFormatUnknown.At(
                        new(request.ProjectFile),
                        $"NarrationExportFormat names \"{name}\". It may name {string.Join(", ", _formats.Select(format => format.Name))}, "
                            + "several with ';' between (%3B on a command line)."
                    )
                );
            }
        }

        return [.. found.Distinct()];
    }
}
