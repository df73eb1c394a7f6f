using System.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Export.Formats;

/// <summary>WebVTT captions.</summary>
internal sealed class WebVttFormat : IExportFormat
{
    public string Name => "WebVtt";

    public string Files => "`.vtt`";

    public string Documentation => "WebVTT captions, two lines of 42 characters, at most 6 s";

    public Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation) =>
        LessonFiles.WriteAsync(request, ".vtt", lesson => Encoding.UTF8.GetBytes(lesson.Timeline.ToWebVtt()));
}
