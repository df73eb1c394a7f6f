using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Build.Tests.Architecture;

/// <summary>How long the source files of a project are. A long one says in its first line why it is one file.</summary>
/// <param name="Files">Path relative to the project, with <c>/</c>, and text of each.</param>
public sealed partial record FileSizes(IReadOnlyList<(string Path, string Text)> Files)
{
    public const int MostLines = 140;

    /// <summary>Lines of the file in the middle.</summary>
    public int Median => Files.Select(file => CountLines(file.Text)).Order().ElementAt(Files.Count / 2);

    /// <summary>Files that are too long and give no reason, and files that give one that they no longer need.</summary>
    public IEnumerable<string> FindFaults()
    {
        foreach (var (path, text) in Files)
        {
            var lines = CountLines(text);
            var hasReason = Reason().IsMatch(text);
            if (lines > MostLines && !hasReason)
            {
                yield return $"{path} has {lines} lines: split it, or begin it with '// Over {MostLines} lines: ' and the reason";
            }
            else if (lines <= MostLines && hasReason)
            {
                yield return $"{path} has {lines} lines: remove the reason for being long";
            }
        }
    }

    private static int CountLines(string text) => text.AsSpan().Count('\n');

    [GeneratedRegex(@"\A\uFEFF?// Over 140 lines: \w.{9,}\.\r?\n")]
    private static partial Regex Reason();
}
