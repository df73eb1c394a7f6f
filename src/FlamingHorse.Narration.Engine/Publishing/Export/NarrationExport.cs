using System.Collections.Immutable;
using System.Text;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Publishing.Export.FlamingHorseFormat;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>Writes a built script in the forms of other tools: a file for the whole lesson, and one for each scene where there are several.</summary>
public sealed class NarrationExport(ExportRequest request)
{
    /// <summary>Folder of the scenes' own files.</summary>
    public const string SceneFolder = "scenes";

    /// <summary>Name of the scene of ids without a dot; no id can be it.</summary>
    private const string TopLevel = "top-level~";

    /// <summary>All formats that can be had; the others are reported, and nothing of theirs is written.</summary>
    /// <returns>The files that are there now, absolute, in the order written.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Action<Finding> report, CancellationToken cancellation)
    {
        if (request.Scenes.Count == 0)
        {
            report(
                StoreFindings.NothingToExport.At(
                    new(request.ProjectFile),
                    "This project has no narration to export. Annotate a property with [Narration], or add Narration or NarrationScript items."
                )
            );
            return [];
        }

        Sweep();
        var files = new List<string>();
        foreach (var format in Formats(report))
        {
            try
            {
                files.AddRange(await WriteAsync(format, cancellation).ConfigureAwait(false));
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
                        $"The export as {format} cannot be written: {error.Message} Make room, or set NarrationExportPath to a folder that can be written."
                    )
                );
            }
        }

        return files;
    }

    private void Sweep()
    {
        foreach (var folder in new[] { request.Folder, Path.Combine(request.Folder, SceneFolder), request.FlamingHorseFolder })
        {
            TemporaryFileName.Sweep(folder, request.Clock.GetUtcNow().UtcDateTime);
        }
    }

    private List<ExportFormat> Formats(Action<Finding> report)
    {
        var formats = new List<ExportFormat>();
        foreach (var name in request.Settings.Publishing.ExportFormats)
        {
            if (char.IsLetter(name[0]) && Enum.TryParse<ExportFormat>(name, ignoreCase: true, out var format))
            {
                formats.Add(format);
            }
            else
            {
                report(
                    StoreFindings.ExportFormatUnknown.At(
                        new(request.ProjectFile),
                        $"NarrationExportFormat names \"{name}\". It may name {string.Join(", ", Enum.GetNames<ExportFormat>())}, several with ';' between (%3B on a command line)."
                    )
                );
            }
        }

        return [.. formats.Distinct()];
    }

    private async Task<IReadOnlyList<string>> WriteAsync(ExportFormat format, CancellationToken cancellation) =>
        format switch
        {
            ExportFormat.Srt => EachPart(".srt", (_, lesson) => Encoding.UTF8.GetBytes(lesson.Timeline.ToSrt())),
            ExportFormat.WebVtt => EachPart(".vtt", (_, lesson) => Encoding.UTF8.GetBytes(lesson.Timeline.ToWebVtt())),
            ExportFormat.Json => EachPart(".json", (_, lesson) => TimelineJson.Write(request.Project, lesson)),
            ExportFormat.AudacityLabels => EachPart(".labels.txt", (_, lesson) =>
                Encoding.UTF8.GetBytes(AudacityLabels.Write(lesson.Timeline))
            ),
            ExportFormat.Track => WriteTracks(await AudioFiles.FindAsync(request, cancellation).ConfigureAwait(false), cancellation),
            _ => await new FlamingHorseExport(request)
                .RunAsync(await AudioFiles.FindAsync(request, cancellation).ConfigureAwait(false), cancellation)
                .ConfigureAwait(false),
        };

    private List<string> EachPart(string extension, Func<string, Lesson, byte[]> write)
    {
        var files = new List<string>();
        foreach (var (path, scenes) in Parts(extension))
        {
            AtomicFile.WriteIfDifferent(
                path,
                write(path, Lesson.Of(scenes, request.Settings.Publishing.ExportGap, ImmutableDictionary<string, string>.Empty))
            );
            files.Add(path);
        }

        return files;
    }

    private List<string> WriteTracks(IReadOnlyDictionary<string, string> audio, CancellationToken cancellation)
    {
        var files = new List<string>();
        foreach (var (path, scenes) in Parts(".wav"))
        {
            cancellation.ThrowIfCancellationRequested();
            TrackFile.Write(path, Lesson.Of(scenes, request.Settings.Publishing.ExportGap, audio).Timeline, request);
            files.Add(path);
        }

        return files;
    }

    private IEnumerable<(string Path, IReadOnlyList<Scene> Scenes)> Parts(string extension)
    {
        yield return (Path.Combine(request.Folder, request.Project + extension), request.Scenes);
        foreach (var scene in request.Scenes.Count > 1 ? request.Scenes : [])
        {
            var name = scene.Id.Length == 0 ? TopLevel : SegmentId.FileName(scene.Id);
            yield return (Path.Combine(request.Folder, SceneFolder, name + extension), [scene]);
        }
    }
}
