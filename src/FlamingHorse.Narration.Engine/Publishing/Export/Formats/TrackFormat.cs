namespace FlamingHorse.Narration.Engine.Publishing.Export.Formats;

/// <summary>One joined WAV with the timeline's gaps.</summary>
internal sealed class TrackFormat : IExportFormat
{
    public string Name => "Track";

    public string Files => "`.wav`";

    public string Documentation => "the joined clips, in step with the captions to the sample";

    public async Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation)
    {
        var audio = await AudioFiles.FindAsync(request, cancellation).ConfigureAwait(false);
        var files = new List<string>();
        foreach (var (path, scenes) in LessonFiles.Of(request, ".wav"))
        {
            cancellation.ThrowIfCancellationRequested();
            TrackFile.Write(path, Lesson.Of(scenes, request.Settings.Publishing.ExportGap, audio).Timeline, request);
            files.Add(path);
        }

        return files;
    }
}
