namespace FlamingHorse.Narration.Build.Tests.Settings;

/// <summary>Text that is written from the code: a whole file, or what stands between two markers of one.</summary>
/// <param name="File">Relative to the repository.</param>
/// <param name="Expected">What it must be.</param>
/// <param name="Marker">The section's name in its markers, or null for the whole file.</param>
internal sealed record GeneratedText(string File, string Expected, string? Marker = null)
{
    private static readonly string _root = FindRoot();

    /// <summary>What stands there.</summary>
    public string Read() => Marker is null ? Text() : Between(Text()).Middle;

    /// <summary>Puts the expected text in its place.</summary>
    public void Write()
    {
        var (before, _, after) = Marker is null ? ("", "", "") : Between(Text());
        System.IO.File.WriteAllText(FullPath, before + Expected + after);
    }

    private string FullPath => Path.Combine(_root, File);

    private string Text() => System.IO.File.ReadAllText(FullPath).ReplaceLineEndings("\n");

    private (string Before, string Middle, string After) Between(string text)
    {
        var start = text.IndexOf($"<!-- {Marker}, written by build/reference.sh -->", StringComparison.Ordinal);
        var end = text.IndexOf($"<!-- /{Marker} -->", StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, $"{File} has no marker of the section {Marker}");
        end.ShouldBeGreaterThan(start, $"{File} has no end of the section {Marker}");
        var first = text.IndexOf('\n', start) + 1;
        var last = text.LastIndexOf('\n', end) + 1;
        return (text[..first], text[first..last], text[last..]);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "FlamingHorse.Narration.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
