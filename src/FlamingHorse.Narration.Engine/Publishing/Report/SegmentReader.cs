using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Engine.Publishing.Report.Data;
using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>Reads what the page shows of a segment: its text, its take, and the take it is compared with. Any thread.</summary>
internal sealed class SegmentReader(ReportRequest request, TakeReader takes)
{
    private readonly ReportLookup _known = new(request);

    /// <summary>What the page shows of one segment.</summary>
    public async Task<PageSegment> ReadAsync(ManifestSegment segment, PageFiles files, CancellationToken cancellation)
    {
        var (take, noted, path) = await takes
            .ReadAsync(segment, request.Lock.Segments.GetValueOrDefault(segment.Id)?.Key, _known.SourceOf(segment.Id), cancellation)
            .ConfigureAwait(false);
        files.Add(take.Audio, path);
        var language = _known.LanguageOf(segment);
        var text = PageText.Of(segment, language, request.Formulas);
        var earlier = _known.Earlier(segment.Id);
        var page = new PageSegment
        {
            Id = segment.Id,
            Scene = Scene.IdOf(segment.Id),
            Place = _known.PlaceOf(segment.Id),
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
                DurationEstimate.Predict(segment.Spoken, language, _known.RateOf(segment, language)).TotalSeconds / _known.SpeedOf(segment),
            Before = earlier is null ? null : Seconds(earlier.SampleCount, earlier),
            IsNew = request.Before is not null && earlier is null,
            IsEstimated = segment.IsEstimated,
            IsDraft = segment.IsDraft,
            Take = WithVerdict(take, segment),
            Other = await OtherAsync(segment.Id, files, cancellation).ConfigureAwait(false),
        };
        return page with { Flags = SegmentFlags.Of(page, noted, request.Settings.Loudness) };
    }

    private async Task<PageTake?> OtherAsync(string id, PageFiles files, CancellationToken cancellation)
    {
        if (request.Compared is not { } compared || _known.ComparedTo(id) is not { IsEstimated: false } segment)
        {
            return null;
        }

        var (take, _, path) = await takes
            .ReadAsync(segment, compared.Lock.Segments.GetValueOrDefault(id)?.Key, _known.ComparedSourceOf(id), cancellation)
            .ConfigureAwait(false);
        files.Add(take.Audio, path);
        return take;
    }

    /// <summary>The lock's verdict; a transcript that is in no record is the last check's.</summary>
    private PageTake WithVerdict(PageTake take, ManifestSegment segment)
    {
        var check = request.Lock.Segments.GetValueOrDefault(segment.Id)?.Check;
        return take with { Verdict = check?.Verdict, HeardBy = check?.By, Heard = take.Heard ?? _known.HeardIn(take.Hash) };
    }

    private static double Seconds(long samples, ManifestSegment segment) => Math.Round((double)samples / segment.SampleRate, 4);
}
