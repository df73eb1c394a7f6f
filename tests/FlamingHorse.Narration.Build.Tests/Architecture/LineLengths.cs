namespace FlamingHorse.Narration.Build.Tests.Architecture;

/// <summary>How long the lines of hand-written files are, whatever their language.</summary>
/// <param name="Exceptions">Part of a path, with <c>/</c>, and why lines of that file cannot be broken.</param>
public sealed record LineLengths(IReadOnlyList<(string Path, string Reason)> Exceptions)
{
    public const int MostCharacters = 140;

    private static readonly HashSet<string> Written =
    [
        ".cs",
        ".csproj",
        ".css",
        ".editorconfig",
        ".html",
        ".js",
        ".mjs",
        ".props",
        ".py",
        ".ruleset",
        ".sh",
        ".targets",
        ".yml",
    ];

    /// <summary>Of the root's folders; what lies beside them at the root is read too.</summary>
    private static readonly string[] Folders = [".github", "build", "nuget", "samples", "src", "tests"];

    /// <summary>What tools make, wherever it lies.</summary>
    private static readonly string[] Made = ["bin", "obj", "node_modules", "TestResults"];

    /// <summary>What a test reads to the byte.</summary>
    private static readonly string[] Data = ["tests/fixtures", "tests/fuzz/corpus"];

    /// <summary>Path with <c>/</c>, and text of each file under a root that has the repository's folders.</summary>
    public static IEnumerable<(string Path, string Text)> ReadFiles(string root) =>
        FilesIn(root)
            .Concat(
                Folders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists).SelectMany(folder => AllFilesIn(root, folder))
            )
            .Select(file => (Relative(root, file), File.ReadAllText(file)));

    /// <summary>Lines that are too long, and exceptions that no line needs.</summary>
    /// <param name="files">Path with <c>/</c>, and text of each.</param>
    public IEnumerable<string> FindFaults(IEnumerable<(string Path, string Text)> files)
    {
        var needed = new HashSet<string>();
        foreach (var (path, text) in files)
        {
            var exception = Exceptions.FirstOrDefault(excused => path.Contains(excused.Path, StringComparison.Ordinal));
            foreach (var (number, length) in FindLongLines(text))
            {
                if (exception.Path is null)
                {
                    yield return $"{path}({number}): {length} characters: break the line";
                }
                else
                {
                    needed.Add(exception.Path);
                }
            }
        }

        foreach (var (path, _) in Exceptions.Where(exception => !needed.Contains(exception.Path)))
        {
            yield return $"{path}: no line is too long: remove the exception";
        }
    }

    private static IEnumerable<(int Number, int Length)> FindLongLines(string text) =>
        text.Split('\n')
            .Select((line, i) => (Number: i + 1, Length: line.TrimEnd('\r').EnumerateRunes().Count()))
            .Where(line => line.Length > MostCharacters);

    private static IEnumerable<string> AllFilesIn(string root, string folder) =>
        FilesIn(folder)
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => !Made.Contains(Path.GetFileName(inner)) && !Data.Contains(Relative(root, inner)))
                    .SelectMany(inner => AllFilesIn(root, inner))
            );

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => Written.Contains(Path.GetExtension(file)));

    private static string Relative(string root, string file) => Path.GetRelativePath(root, file).Replace('\\', '/');
}
