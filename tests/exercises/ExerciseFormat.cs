using System.Text;
using FlamingHorse.Narration.Engine.Configuration;

namespace FlamingHorse.Narration.Engine.Publishing.Export.Exercise;

/// <summary>The first words of each segment, a line for each, to show what an export format takes.</summary>
internal sealed class ExerciseFormat : IExportFormat
{
    public string Name => "Words";

    public string Files => "`.words.txt`";

    public string Documentation => "the first words of each segment";

    public Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation)
    {
        var most = request.Settings.Values.Get(SettingsTable.ExerciseWords);
        return LessonFiles.WriteAsync(request, ".words.txt", lesson => Encoding.UTF8.GetBytes(Write(lesson.Timeline, most)));
    }

    private static string Write(NarrationTimeline timeline, int most) =>
        string.Concat(timeline.Entries.Select(entry => string.Join(' ', entry.Segment.Text.Split(' ').Take(most)) + "\n"));
}
