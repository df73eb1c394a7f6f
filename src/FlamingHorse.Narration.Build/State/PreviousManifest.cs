using System.Runtime.InteropServices;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.State;

/// <summary>The manifest as it was before the last build that changed a duration: what movement is measured against.</summary>
internal static class PreviousManifest
{
    private const string FileName = "manifest.previous.json";

    /// <summary>To be called before a manifest is replaced. One with the same durations keeps the older one in its place.</summary>
    /// <param name="manifestFile">What is to be replaced.</param>
    /// <param name="next">What will replace it.</param>
    /// <param name="last">Knows the lengths in that file, unless somebody else has written it.</param>
    public static void Keep(string manifestFile, NarrationManifest next, BuildState? last)
    {
        var now =
            last is { HasManifest: true } && last.Outputs.GetValueOrDefault(manifestFile) == FileStamp.Of(manifestFile) ? last.Lengths
            : Read(manifestFile) is { } manifest ? Lengths(manifest)
            : (uint?)null;
        if (now is { } lengths && lengths != Lengths(next))
        {
            File.Copy(manifestFile, Beside(manifestFile), overwrite: true);
        }
    }

    /// <summary>Every id with its length, as one checksum.</summary>
    public static uint Lengths(NarrationManifest manifest)
    {
        var sum = 0u;
        foreach (var segment in manifest.Segments)
        {
            sum = Checksum.Of(MemoryMarshal.AsBytes(segment.Id.AsSpan()), sum);
            sum = Checksum.Of(MemoryMarshal.AsBytes<long>([segment.SampleCount, segment.SampleRate]), sum);
        }

        return sum;
    }

    /// <summary>Null when no build has changed a duration yet.</summary>
    public static NarrationManifest? Before(string manifestFile) => Read(Beside(manifestFile));

    private static string Beside(string manifestFile) => Path.Combine(Path.GetDirectoryName(manifestFile)!, FileName);

    private static NarrationManifest? Read(string path)
    {
        try
        {
            return File.Exists(path) ? ManifestReader.Read(File.ReadAllText(path)) : null;
        }
        catch (FormatException)
        {
            return null; // cut short or of another version: movement begins anew
        }
    }
}
