using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Publishing.Report.Data;
using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;
using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>From manifest, lock, records and audio to what the page shows.</summary>
public sealed class ReportBuilder
{
    private readonly ReportRequest _request;
    private readonly PictureDetail _detail;
    private readonly TakeReader _takes;
    private readonly Dictionary<string, ManifestSegment> _before;
    private readonly Dictionary<string, ManifestSegment> _compared;
    private readonly Dictionary<string, SpeechRate> _rates;
    private readonly Dictionary<string, string?> _places;
    private readonly Dictionary<string, string> _sources;
    private readonly Dictionary<string, string> _otherSources;
    private readonly Dictionary<string, string> _heard;

    private ReportBuilder(ReportRequest request)
    {
        _request = request;
        _detail = new(request.Manifest.Segments.Count + (request.Compared?.Manifest.Segments.Count ?? 0));
        _takes = new(request.Store, request.FindAudio, request.Directory, _detail);
        _before = ById(request.Before?.Segments);
        _compared = ById(request.Compared?.Manifest.Segments);
        _rates = request
            .Manifest.Segments.Where(s => !s.IsEstimated)
            .GroupBy(s => s.Voice, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                voice => voice.Key,
                voice => SpeechRate.Learn(voice.Select(s => (s.Spoken, Duration(s) * Speed(s))), Language(voice.First())),
                StringComparer.OrdinalIgnoreCase
            );
        _places = request
            .Places.GroupBy(p => p.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(p => p.Key, p => p.First().Place, StringComparer.OrdinalIgnoreCase);
        _sources = Sources(request.Summary);
        _otherSources = Sources(request.Compared?.Summary);
        _heard = (request.Check?.Takes ?? [])
            .GroupBy(take => take.Audio, StringComparer.Ordinal)
            .ToDictionary(take => take.Key, take => take.First().Heard, StringComparer.Ordinal);
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
        var files = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel
            .ForAsync(0, ordered.Count, cancellation, async (i, stop) =>
                segments[i] = await ReadAsync(ordered[i], files, stop).ConfigureAwait(false)
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
        return new(data, files);
    }

    private async Task<PageSegment> ReadAsync(
        ManifestSegment segment,
        ConcurrentDictionary<string, string> files,
        CancellationToken cancellation
    )
    {
        var (take, noted, path) = await _takes
            .ReadAsync(
                segment,
                _request.Lock.Segments.GetValueOrDefault(segment.Id)?.Key,
                _sources.GetValueOrDefault(segment.Id),
                cancellation
            )
            .ConfigureAwait(false);
        Remember(files, take.Audio, path);
        var language = Language(segment);
        var text = PageText.Of(segment, language, _request.Formulas);
        var page = new PageSegment
        {
            Id = segment.Id,
            Scene = Scene.IdOf(segment.Id),
            Place = _places.GetValueOrDefault(segment.Id),
            Caption = text.Caption,
            Parts = text.Parts,
            Spoken = NormalizedText.Of(text.Caption) == segment.Spoken ? null : segment.Spoken,
            Language = language,
            Words =
            [
                .. WordTimes
                    .Of(text.Caption, segment, language)
                    .SelectMany(w => new[] { w.Offset, Math.Round(w.Start, 4), Math.Round(w.End, 4) }),
            ],
            Cues =
            [
                .. segment.Cues.Select(
                    (cue, i) =>
                        new PageCue(cue.Name, i < text.Marks.Count ? text.Marks[i] : 0, Seconds(cue.Sample, segment), cue.IsEstimated)
                ),
            ],
            Estimate =
                DurationEstimate
                    .Predict(segment.Spoken, language, _rates.GetValueOrDefault(segment.Voice) ?? SpeechRate.Default(language))
                    .TotalSeconds / Speed(segment),
            Before = _before.TryGetValue(segment.Id, out var earlier) ? Seconds(earlier.SampleCount, earlier) : null,
            IsNew = _request.Before is not null && !_before.ContainsKey(segment.Id),
            IsEstimated = segment.IsEstimated,
            IsDraft = segment.IsDraft,
            Take = WithVerdict(take, segment),
            Other = await OtherAsync(segment.Id, files, cancellation).ConfigureAwait(false),
        };
        return page with { Flags = SegmentFlags.Of(page, noted, _request.Settings.Loudness) };
    }

    private async Task<PageTake?> OtherAsync(string id, ConcurrentDictionary<string, string> files, CancellationToken cancellation)
    {
        if (_request.Compared is not { } compared || !_compared.TryGetValue(id, out var segment) || segment.IsEstimated)
        {
            return null;
        }

        var (take, _, path) = await _takes
            .ReadAsync(segment, compared.Lock.Segments.GetValueOrDefault(id)?.Key, _otherSources.GetValueOrDefault(id), cancellation)
            .ConfigureAwait(false);
        Remember(files, take.Audio, path);
        return take;
    }

    /// <summary>The lock's verdict; a transcript that is in no record is the last check's.</summary>
    private PageTake WithVerdict(PageTake take, ManifestSegment segment)
    {
        var check = _request.Lock.Segments.GetValueOrDefault(segment.Id)?.Check;
        return take with
        {
            Verdict = check?.Verdict,
            HeardBy = check?.By,
            Heard = take.Heard ?? (take.Hash is null ? null : _heard.GetValueOrDefault(take.Hash)),
        };
    }

    private List<PageVoice> Voices(ConcurrentDictionary<string, string> files)
    {
        var voices = new List<PageVoice>();
        var reader = new VoiceReader(_request.Settings, _request.Lock, _request.Directory, _detail);
        var names = _request.Manifest.Segments.Concat(_compared.Values).Select(s => s.Voice);
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            var (voice, path) = reader.Read(name);
            Remember(files, voice.Reference?.Audio, path);
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

    private string Language(ManifestSegment segment) =>
        segment.LanguageAsWritten
        ?? _request.Lock.Voices.GetValueOrDefault(segment.Voice)?.Language
        ?? _request.Settings.Voices.GetValueOrDefault(segment.Voice)?.Language
        ?? _request.Settings.Defaults.Language
        ?? NarrationSettings.DefaultLanguage;

    /// <summary>The voice's pace; rates are those of its own.</summary>
    private double Speed(ManifestSegment segment) => _request.Lock.Voices.GetValueOrDefault(segment.Voice)?.Speed ?? 1;

    private static void Remember(ConcurrentDictionary<string, string> files, string? url, string? path)
    {
        if (url is not null && path is not null)
        {
            files[url] = path;
        }
    }

    private static Dictionary<string, ManifestSegment> ById(IReadOnlyList<ManifestSegment>? segments) =>
        (segments ?? []).ToDictionary(s => s.Id, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> Sources(BuildSummary? summary) =>
        (summary?.Rows ?? []).ToDictionary(row => row.Id, row => row.Source, StringComparer.Ordinal);

    private static double Seconds(long samples, ManifestSegment segment) => Math.Round((double)samples / segment.SampleRate, 4);

    private static TimeSpan Duration(ManifestSegment segment) => TimeSpan.FromSeconds((double)segment.SampleCount / segment.SampleRate);
}
