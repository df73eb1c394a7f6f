using FlamingHorse.Narration.Engine.Publishing.Export.FlamingHorseFormat;
using FlamingHorse.Narration.Engine.Publishing.Export.Formats;

namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>The export formats that this package has, a line for each.</summary>
public static class ExportFormats
{
    /// <summary>In the order of the manual.</summary>
    public static IReadOnlyList<IExportFormat> All { get; } =
    [new SrtFormat(), new WebVttFormat(), new JsonFormat(), new AudacityLabelsFormat(), new TrackFormat(), new FlamingHorseFiles()];

    /// <summary>The format with this name, in any case; null when there is none.</summary>
    public static IExportFormat? Find(this IEnumerable<IExportFormat> formats, string name) =>
        formats.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
