using System.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Export.Formats;

/// <summary>SubRip captions.</summary>
internal sealed class SrtFormat : IExportFormat
{
    public string Name => "Srt";

    public string Files => "`.srt`";

    public string Documentation => "SubRip captions, two lines of 42 characters, at most 6 s";

    public Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation) =>
        LessonFiles.WriteAsync(request, ".srt", lesson => Encoding.UTF8.GetBytes(lesson.Timeline.ToSrt()));
}
