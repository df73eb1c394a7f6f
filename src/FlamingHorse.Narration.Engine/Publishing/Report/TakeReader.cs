using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Publishing.Report.Data;
using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>Everything known of a segment's take: the manifest's line, the store's record, and what its samples show.</summary>
internal sealed class TakeReader(IClipStore store, string directory, PictureDetail detail)
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
        var path = await FindAsync(segment, cancellation).ConfigureAwait(false);
        var record = await RecordAsync(segment, key, cancellation).ConfigureAwait(false);
        var signal = path is null ? null : WavFile.Read(await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false));
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
            Level = Rounded(
                record?.LoudnessLufs ?? (signal is null ? null : IntegratedLoudness.Measure(signal.Samples, signal.SampleRate))
            ),
            Peak = Rounded(record?.PeakDbfs ?? (signal is null ? null : Decibels.FromAmplitude(SpeechBounds.Peak(signal.Samples)))),
            Source = source,
            Backend = record?.Backend,
            Engine = record is { Engine.Count: > 0 }
                ? string.Join(", ", record.Engine.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key} {e.Value}"))
                : null,
            ElapsedMs = record?.ElapsedMs,
            Picture = signal is null ? null : ClipPicture.Draw(signal, detail),
        };
        return (take, record?.Flags ?? [], path);
    }

    /// <summary>Beside the app where it lies there, else from the store; one of another take is not it.</summary>
    private async Task<string?> FindAsync(ManifestSegment segment, CancellationToken cancellation)
    {
        if (segment.AudioHash is null)
        {
            return null;
        }

        var beside = segment.AudioFile is null
            ? null
            : Path.Combine(directory, segment.AudioFile.Replace('/', Path.DirectorySeparatorChar));
        if (beside is not null && File.Exists(beside))
        {
            return beside;
        }

        return (await store.FindAudioAsync(segment.AudioHash, cancellation).ConfigureAwait(false))?.Path;
    }

    private async Task<ClipRecord?> RecordAsync(ManifestSegment segment, ActionKey? key, CancellationToken cancellation) =>
        key is { } known
        && await store.FindAsync(known, cancellation).ConfigureAwait(false) is { Record: var record }
        && record.AudioHash == segment.AudioHash
            ? record
            : null;

    private static double? Rounded(double? decibels) => decibels is { } value && double.IsFinite(value) ? Math.Round(value, 1) : null;
}
