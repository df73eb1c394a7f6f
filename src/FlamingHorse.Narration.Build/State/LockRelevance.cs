using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// The part of a lock that concerns one manifest, as a checksum. Another framework's build may add its own segments to the common
/// lock without making this one's run again.
/// </summary>
internal static class LockRelevance
{
    public static uint Of(string lockFile, string manifestFile)
    {
        try
        {
            return Of(LockFile.Read(lockFile), ManifestReader.Read(File.ReadAllText(manifestFile)));
        }
        catch (Exception e) when (e is NarrationException or IOException or UnauthorizedAccessException or FormatException)
        {
            return 0;
        }
    }

    /// <summary>The same where a build has both at hand.</summary>
    public static uint Of(NarrationLock content, NarrationManifest manifest) =>
        Checksum.Of(content.Only(manifest.Segments.Select(s => s.Id).ToHashSet(StringComparer.Ordinal)).ToBytes().Span);
}
