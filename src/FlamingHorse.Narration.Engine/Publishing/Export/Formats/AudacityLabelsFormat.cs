using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Export.Formats;

/// <summary>Audacity's label track: start, end and label with tabs between, in seconds. The format has no escapes.</summary>
internal sealed class AudacityLabelsFormat : IExportFormat
{
    public string Name => "AudacityLabels";

    public string Files => "`.labels.txt`";

    public string Documentation => "for *File › Import › Labels*: segments as ranges, cues as points";

    public Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation) =>
        LessonFiles.WriteAsync(request, ".labels.txt", lesson => Encoding.UTF8.GetBytes(Write(lesson.Timeline)));

    private static string Write(NarrationTimeline timeline)
    {
        var file = new StringBuilder();
        foreach (var entry in timeline.Entries)
        {
            Append(file, entry.Start, entry.End, $"{entry.Segment.Id}: {entry.Segment.Text}");
            foreach (var cue in entry.Cues)
            {
                Append(file, cue.At, cue.At, $"{entry.Segment.Id} [{cue.Name}]");
            }
        }

        return file.ToString();
    }

    private static void Append(StringBuilder file, TimeSpan start, TimeSpan end, string label)
    {
        file.Append(CultureInfo.InvariantCulture, $"{start.TotalSeconds:0.000000}\t{end.TotalSeconds:0.000000}\t");
        foreach (var c in label)
        {
            file.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        file.Append('\n');
    }
}
