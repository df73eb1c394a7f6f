namespace FlamingHorse.Narration.Engine.Publishing.Export.FlamingHorseFormat;

/// <summary>MP3 files and the index that a Flaming Horse scene renders from.</summary>
internal sealed class FlamingHorseFiles : IExportFormat
{
    public string Name => "FlamingHorse";

    public string Files => "`output_dir`";

    public string Documentation => "an MP3 per segment and `cache.json`: below";

    public async Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation) =>
        await new FlamingHorseExport(request)
            .RunAsync(await AudioFiles.FindAsync(request, cancellation).ConfigureAwait(false), cancellation)
            .ConfigureAwait(false);
}
