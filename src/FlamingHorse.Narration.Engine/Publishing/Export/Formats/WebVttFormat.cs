using System.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Export.Formats;

/// <summary>WebVTT captions.</summary>
internal sealed class WebVttFormat : IExportFormat
{
    public string Name => "WebVtt";

    public string Files => "`.vtt`";

    public string Documentation =>
        "WebVTT captions, two lines of 42 characters, at most 6 s; with a timestamp at each word if its time is known";

    public Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation) =>
        LessonFiles.WriteAsync(request, ".vtt", lesson => Encoding.UTF8.GetBytes(lesson.Timeline.ToWebVtt(Options(lesson))));

    /// <summary>Words are marked where it is known when they are said; a guess would be marked as if it were known.</summary>
    private static NarrationCaptionOptions Options(Lesson lesson) =>
        new()
        {
            Highlight = lesson.Timeline.Entries.All(entry => entry.Segment.Words.All(word => !word.IsEstimated))
                ? NarrationHighlight.Word
                : NarrationHighlight.None,
        };
}
