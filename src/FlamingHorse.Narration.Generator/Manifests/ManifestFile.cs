using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Generator.Manifests;

/// <summary>The manifest among the additional files, as text.</summary>
/// <param name="IsDesign">It was written for the editor.</param>
/// <param name="Text">Its content.</param>
internal sealed record ManifestFile(bool IsDesign, string Text)
{
    private const string Real = "/narration/" + NarrationManifest.FileName;
    private const string Design = "/narration/design/" + NarrationManifest.FileName;

    public static bool IsManifest(string path) => IsReal(path) || IsDesignPath(path);

    public static bool IsReal(string path) => EndsWith(path, Real);

    public static bool IsDesignPath(string path) => EndsWith(path, Design);

    private static bool EndsWith(string path, string end) =>
        path.Length >= end.Length && path.Replace('\\', '/').EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
