using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>The clips that the formats with sound are made of.</summary>
internal static class AudioFiles
{
    private const int MostNamed = 5;

    /// <summary>Paths by id.</summary>
    /// <exception cref="NarrationException">FHN3051: not every segment has its audio.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> FindAsync(ExportRequest request, CancellationToken cancellation)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        var estimated = new List<ManifestSegment>();
        var missing = new List<ManifestSegment>();
        foreach (var segment in request.Scenes.SelectMany(scene => scene.Segments))
        {
            if (segment.IsEstimated || segment.AudioHash is null)
            {
                estimated.Add(segment);
            }
            else if (await request.FindAudio(segment, cancellation).ConfigureAwait(false) is { } path)
            {
                paths[segment.Id] = path;
            }
            else
            {
                missing.Add(segment);
            }
        }

        if (estimated.Count > 0)
        {
            throw Refuse(
                request,
                $"{Count(estimated)} no audio yet, only an estimated length: {Names(estimated)}. Build with a backend "
                    + $"(NarrationMissing=Synthesize) first; Srt, WebVtt, Json and AudacityLabels can be exported without audio."
            );
        }

        if (missing.Count > 0)
        {
            throw Refuse(
                request,
                $"{Count(missing)} no audio available: {Names(missing)}. Set NarrationRemoteCache to a store that has it, or make "
                    + $"new takes with NarrationRetake=missing; Srt, WebVtt, Json and AudacityLabels can be exported without audio."
            );
        }

        return paths;
    }

    private static NarrationException Refuse(ExportRequest request, string message) =>
        new(StoreFindings.ExportNeedsAudio.At(new(request.ProjectFile), message));

    private static string Count(List<ManifestSegment> segments) =>
        FormattableString.Invariant($"{segments.Count} {(segments.Count == 1 ? "segment has" : "segments have")}");

    private static string Names(List<ManifestSegment> segments) =>
        string.Join(", ", segments.Take(MostNamed).Select(segment => segment.Id)) + (segments.Count > MostNamed ? ", …" : "");
}
