using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Publishing.Report.Data;
using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>Everything known of a segment's take: the manifest's line, the store's record, and what its samples show.</summary>
/// <param name="store">Has the records.</param>
/// <param name="find">The file that is heard, at the project's level.</param>
/// <param name="directory">Where the page will stand.</param>
/// <param name="detail">How fine its pictures are.</param>
internal sealed class TakeReader(
    IClipStore store,
    Func<ManifestSegment, CancellationToken, ValueTask<string?>> find,
    string directory,
    PictureDetail detail
)
{
    /// <param name="segment">The manifest's line.</param>
    /// <param name="key">What was asked for; null when not known.</param>
    /// <param name="source">As in <c>build-summary.json</c>.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The take, what its quality gate noted, and the file of its audio.</returns>
    public async Task<(PageTake Take, IReadOnlyList<string> Noted, string? Path)> ReadAsync(
        ManifestSegment segment,
        ActionKey? key,
        string? source,
        CancellationToken cancellation
    )
    {
        var audio = await FindAsync(segment, cancellation).ConfigureAwait(false);
        var record = await RecordAsync(segment, key, cancellation).ConfigureAwait(false);
        var signal = audio is { Wav: var wav } ? WavFile.Read(wav) : null;
        var path = audio?.Path;
        var take = new PageTake
        {
            Audio = path is null ? null : PageUrl.Of(path, directory),
            Hash = segment.AudioHash,
            Samples = segment.SampleCount,
            Rate = segment.SampleRate,
            SpeechStart = segment.SpeechStart,
            SpeechEnd = segment.SpeechEnd,
            Voice = segment.Voice,
            Model = segment.Model,
            Seed = record?.Seed,
            Attempts = record?.Attempts,
            Level = Rounded(signal is null ? record?.LoudnessLufs : IntegratedLoudness.Measure(signal.Samples, signal.SampleRate)),
            Peak = Rounded(signal is null ? record?.PeakDbfs : Decibels.FromAmplitude(SpeechBounds.Peak(signal.Samples))),
            Source = source,
            Backend = record?.Backend,
            Engine = record is { Engine.Count: > 0 }
                ? string.Join(", ", record.Engine.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key} {e.Value}"))
                : null,
            ElapsedMs = record?.ElapsedMs,
            Heard = record?.Checks?.Select(check => check.Transcript).FirstOrDefault(transcript => transcript is not null),
            Likeness = LikenessOf(record),
            Measures = record?.Measures,
            Picture = signal is null ? null : ClipPicture.Draw(signal, detail),
        };
        return (take, record?.Flags ?? [], path);
    }

    private async Task<(string Path, byte[] Wav)?> FindAsync(ManifestSegment segment, CancellationToken cancellation) =>
        segment.AudioHash is not null && await find(segment, cancellation).ConfigureAwait(false) is { } path
            ? (path, await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false))
            : null;

    private async Task<ClipRecord?> RecordAsync(ManifestSegment segment, ActionKey? key, CancellationToken cancellation) =>
        key is { } known
        && await store.FindAsync(known, cancellation).ConfigureAwait(false) is { Record: var record }
        && (record.AudioHash == segment.AudioHash || record.StandsFor == segment.AudioHash)
            ? record
            : null;

    private static double? LikenessOf(ClipRecord? record) =>
        record
            ?.Checks?.Select(check => check.Scores is { } scores && scores.TryGetValue("similarity", out var score) ? score : (double?)null)
            .FirstOrDefault(score => score is not null);

    private static double? Rounded(double? decibels) => decibels is { } value && double.IsFinite(value) ? Math.Round(value, 1) : null;
}
