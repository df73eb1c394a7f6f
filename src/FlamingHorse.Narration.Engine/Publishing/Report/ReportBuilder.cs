using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Engine.Publishing.Report.Data;
using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>Collects what the page shows from manifest, lock, records and audio.</summary>
public sealed class ReportBuilder
{
    private readonly ReportRequest _request;
    private readonly PictureDetail _detail;
    private readonly SegmentReader _segments;

    private ReportBuilder(ReportRequest request)
    {
        _request = request;
        _detail = new(request.Manifest.Segments.Count + (request.Compared?.Manifest.Segments.Count ?? 0));
        _segments = new(request, new(request.Store, request.FindAudio, request.Directory, _detail));
    }

    /// <summary>Reads every clip once, on all cores.</summary>
    public static Task<ReportContent> BuildAsync(ReportRequest request, CancellationToken cancellation) =>
        new ReportBuilder(request).RunAsync(cancellation);

    private async Task<ReportContent> RunAsync(CancellationToken cancellation)
    {
        var ordered = SceneOrder
            .Of(_request.Manifest.Segments, _request.Places.Select(place => place.Id))
            .SelectMany(scene => scene.Segments)
            .ToList();
        var segments = new PageSegment[ordered.Count];
        var files = new PageFiles();
        await Parallel
            .ForAsync(0, ordered.Count, cancellation, async (i, stop) =>
                segments[i] = await _segments.ReadAsync(ordered[i], files, stop).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        var voices = Voices(files);
        var withAudio = segments.Where(s => s.Take.Audio is not null).Select(s => s.Id).ToList();
        var sample = _request.Sample?.Choose(withAudio);
        var data = new PageData
        {
            Project = _request.Project,
            Framework = _request.Framework,
            Loudness = _request.Settings.Loudness,
            Voices = voices,
            Segments = segments,
            Audit = new()
            {
                Share = sample is null ? "" : _request.Share,
                Sample = sample is null ? [] : [.. withAudio.Where(sample.Contains)],
                Entries = [.. _request.Audit.Entries],
            },
            Comparison = Comparison(segments),
        };
        return new(data, files.ByUrl);
    }

    private List<PageVoice> Voices(PageFiles files)
    {
        var voices = new List<PageVoice>();
        var reader = new VoiceReader(_request.Settings, _request.Lock, _request.Directory, _detail);
        var names = _request.Manifest.Segments.Concat(_request.Compared?.Manifest.Segments ?? []).Select(s => s.Voice);
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            var (voice, path) = reader.Read(name);
            files.Add(voice.Reference?.Audio, path);
            voices.Add(voice);
        }

        return voices;
    }

    private PageComparison? Comparison(IReadOnlyList<PageSegment> segments)
    {
        if (_request.Compared is not { } compared)
        {
            return null;
        }

        var mine = segments
            .Where(s => s.Other is not null)
            .Select(s => compared.IsVoice ? s.Take.Voice : s.Take.Model)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new(mine.Count == 0 ? "A" : string.Join(", ", mine), compared.Name);
    }
}
