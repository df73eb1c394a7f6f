using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.Outputs.Audio;

/// <summary>Clips that a manifest names and that are not where they should be.</summary>
internal static class MissingAudio
{
    private const int MostNamed = 5;

    /// <summary>FHN3006, or null where nothing is missing.</summary>
    /// <param name="manifest">Path of the manifest; a project without narration has none.</param>
    /// <param name="clips">Paths of the clips that are there.</param>
    /// <param name="place">Where the finding is reported.</param>
    /// <param name="outcome">What would happen without them.</param>
    /// <param name="without">How to go on without them.</param>
    public static Finding? Find(string manifest, IEnumerable<string> clips, SourcePlace place, string outcome, string without)
    {
        if (!File.Exists(manifest))
        {
            return null;
        }

        var there = clips.Select(clip => Path.GetFileName(clip)).ToHashSet(StringComparer.Ordinal);
        var missing = ManifestReader
            .Read(File.ReadAllText(manifest))
            .Segments.Where(segment => segment.AudioFile is not null && !there.Contains(Path.GetFileName(segment.AudioFile)))
            .Select(segment => segment.Id)
            .ToList();
        return missing.Count == 0
            ? null
            : StoreFindings.AudioRequired.At(
                place,
                $"{outcome}: {string.Join(", ", missing.Take(MostNamed))}{(missing.Count > MostNamed ? ", …" : "")}. Build where the cache "
                    + $"or the shared store (NarrationRemoteCache) has it, make new takes with NarrationRetake=missing, or {without}."
            );
    }
}
