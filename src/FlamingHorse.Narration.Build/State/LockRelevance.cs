using FlamingHorse.Narration.Engine.Locking;
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
            var ids = ManifestReader.Read(File.ReadAllText(manifestFile)).Segments.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            return Checksum.Of(LockFile.Read(lockFile).Only(ids).ToBytes().Span);
        }
        catch (Exception e) when (e is NarrationException or IOException or UnauthorizedAccessException or FormatException)
        {
            return 0;
        }
    }
}
