using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Build.Tests.Architecture;

/// <summary>The rooms of one project, its folders at the top level, from the ground up: a room uses only rooms listed before it.</summary>
/// <param name="Project">The project's name, which is also its root namespace.</param>
/// <param name="Names">In order.</param>
public sealed partial record Rooms(string Project, params string[] Names)
{
    public static IReadOnlyList<Rooms> All { get; } =
    [
        new(
            "FlamingHorse.Narration.Engine",
            "Model",
            "Platform",
            "Audio",
            "Configuration",
            "Locks",
            "Storage",
            "Scripts",
            "Synthesis",
            "Planning",
            "Drift",
            "Pipeline",
            "Publishing"
        ),
        new("FlamingHorse.Narration.Build", "Logging", "State", "Inputs", "Scanning", "Outputs", "Tasks"),
        new("FlamingHorse.Narration.Script", "Diagnostics", "Text", "Mathematics", "Segments", "Annotations", "Estimates", "Manifests"),
        new("FlamingHorse.Narration.Generator", "Models", "Manifests", "Writing", "Reading", "Planning", "Analysis"),
        new("FlamingHorse.Narration.Speech", "Faults", "Processes", "Reading", "Voice", "Models", "Hearing", "Protocol"),
    ];

    /// <summary>Arrows to a room that is listed later, or to one that is not listed. With none, there can be no cycle.</summary>
    /// <param name="files">Path relative to the project, with <c>/</c>, and text of each source file.</param>
    public IEnumerable<string> FindWrongArrows(IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            if (path.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0)
            {
                // Beside the rooms lies only what starts the program; it may use them all.
                continue;
            }

            var room = path[..slash];
            var from = Array.IndexOf(Names, room);
            if (from < 0)
            {
                yield return $"{path}: {room} is not a room of {Project}";
            }

            // Whatever stands in another room is named by its namespace: in a using, which the compiler refuses when it is unnecessary, or
            // in full.
            foreach (Match match in NamespaceOf(Project).Matches(Comment().Replace(text, "")))
            {
                var to = Array.IndexOf(Names, match.Groups["room"].Value);
                if (to > from)
                {
                    yield return $"{path}: {room} uses {Names[to]}, which is built on it";
                }
            }
        }
    }

    /// <summary>Source files of the project in the repository.</summary>
    public IEnumerable<(string Path, string Text)> ReadFiles(string repository)
    {
        var root = Path.Combine(repository, "src", Project);
        return Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(file =>
                !file.Item1.StartsWith("obj/", StringComparison.Ordinal) && !file.Item1.StartsWith("bin/", StringComparison.Ordinal)
            );
    }

    private static Regex NamespaceOf(string project)
    {
        var last = project[(project.LastIndexOf('.') + 1)..];
        return new($@"(?:{Regex.Escape(project)}|(?<![\w.]){last})\.(?<room>[A-Z]\w*)", RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
