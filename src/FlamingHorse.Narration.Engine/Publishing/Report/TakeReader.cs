using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Publishing.Report.Data;
using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
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

    /// <summary>Beside the app where it lies there, else from the store; one of another take is not it, whatever its name.</summary>
    private async Task<(string Path, byte[] Wav)?> FindAsync(ManifestSegment segment, CancellationToken cancellation)
    {
        if (segment.AudioHash is not { } hash)
        {
            return null;
        }

        if (segment.AudioFile is { } file)
        {
            var beside = Path.Combine(directory, file.Replace('/', Path.DirectorySeparatorChar));
            if (File.Exists(beside))
            {
                var bytes = await File.ReadAllBytesAsync(beside, cancellation).ConfigureAwait(false);
                if (Digest.HashOf(bytes) == hash)
                {
                    return (beside, bytes);
                }
            }
        }

        return await store.FindAudioAsync(hash, cancellation).ConfigureAwait(false) is { Path: var path }
            ? (path, await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false))
            : null;
    }

    private async Task<ClipRecord?> RecordAsync(ManifestSegment segment, ActionKey? key, CancellationToken cancellation) =>
        key is { } known
        && await store.FindAsync(known, cancellation).ConfigureAwait(false) is { Record: var record }
        && (record.AudioHash == segment.AudioHash || record.StandsFor == segment.AudioHash)
            ? record
            : null;

    private static double? Rounded(double? decibels) => decibels is { } value && double.IsFinite(value) ? Math.Round(value, 1) : null;
}
