using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.State;

/// <summary>The manifest as it was before the last build that changed a duration: what movement is measured against.</summary>
internal static class PreviousManifest
{
    private const string FileName = "manifest.previous.json";

    /// <summary>To be called before a manifest is replaced. One with the same durations keeps the older one in its place.</summary>
    public static void Keep(string manifestFile, NarrationManifest next)
    {
        if (Read(manifestFile) is { } now && HaveMoved(now, next))
        {
            File.Copy(manifestFile, Beside(manifestFile), overwrite: true);
        }
    }

    /// <summary>Null when no build has changed a duration yet.</summary>
    public static NarrationManifest? Before(string manifestFile) => Read(Beside(manifestFile));

    private static bool HaveMoved(NarrationManifest now, NarrationManifest next)
    {
        var durations = now.Segments.ToDictionary(s => s.Id, s => (s.SampleCount, s.SampleRate), StringComparer.Ordinal);
        return next.Segments.Count != durations.Count
            || next.Segments.Any(s => !durations.TryGetValue(s.Id, out var was) || was != (s.SampleCount, s.SampleRate));
    }

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
