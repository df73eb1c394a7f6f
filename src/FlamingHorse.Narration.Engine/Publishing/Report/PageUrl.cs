namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>The URL by which the page names a file.</summary>
internal static class PageUrl
{
    /// <summary>Relative to the page where that can be, percent-encoded; else a <c>file:</c> URL.</summary>
    public static string Of(string path, string pageDirectory)
    {
        var relative = Path.GetRelativePath(pageDirectory, path);
        return Path.IsPathRooted(relative)
            ? new Uri(relative).AbsoluteUri
            : string.Join('/', relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
