using System.Text.RegularExpressions;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Scripts.Markdown;

/// <summary>The part of CommonMark's block structure that a script uses.</summary>
internal static partial class MarkdownBlocks
{
    public static IReadOnlyList<MarkdownBlock> Read(string text)
    {
        var lines = WithoutComments(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')).Split('\n');
        var blocks = new List<MarkdownBlock>();
        var paragraph = new List<string>();
        var first = 0;
        for (var i = FrontMatter(lines); i < lines.Length; i++)
        {
            var line = lines[i];
            if (Fence().Match(line) is { Success: true } fence)
            {
                End();
                i = EndOfFence(lines, i + 1, fence.Groups["fence"].Value);
            }
            else if (paragraph.Count > 0 && Underline().Match(line) is { Success: true } underline)
            {
                blocks.Add(
                    new(
                        MarkdownBlockKind.Heading,
                        string.Join(' ', paragraph),
                        first + 1,
                        Indent(lines[first]) + 1,
                        underline.Groups["sign"].Value[0] == '=' ? 1 : 2
                    )
                );
                paragraph.Clear();
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                End();
                blocks.Add(
                    new(
                        MarkdownBlockKind.Heading,
                        heading.Groups["text"].Value.Trim(),
                        i + 1,
                        Indent(line) + 1,
                        heading.Groups["level"].Length
                    )
                );
            }
            else if (string.IsNullOrWhiteSpace(line) || Rule().IsMatch(line))
            {
                End();
            }
            else if (paragraph.Count == 0 && Container().IsMatch(line))
            {
                blocks.Add(new(MarkdownBlockKind.Other, line.Trim(), i + 1, Indent(line) + 1));
                while (i + 1 < lines.Length && !string.IsNullOrWhiteSpace(lines[i + 1]))
                {
                    i++;
                }
            }
            else
            {
                first = paragraph.Count == 0 ? i : first;
                paragraph.Add(line.Trim());
            }
        }

        End();
        return blocks;

        void End()
        {
            if (paragraph.Count > 0)
            {
                blocks.Add(
                    new(MarkdownBlockKind.Paragraph, string.Join(' ', paragraph), first + 1, Indent(lines[first]) + 1)
                    {
                        Runs = Runs(lines, first, paragraph),
                    }
                );
                paragraph.Clear();
            }
        }
    }

    private static TextRuns Runs(string[] lines, int first, List<string> paragraph)
    {
        var runs = new TextRuns();
        var offset = 0;
        for (var i = 0; i < paragraph.Count; i++)
        {
            runs.Add(offset, first + i + 1, Indent(lines[first + i]) + 1);
            offset += paragraph[i].Length + 1;
        }

        return runs;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    /// <summary>Comments become spaces, so that lines and columns stay.</summary>
    private static string WithoutComments(string text) =>
        Comment().Replace(text, comment => string.Concat(comment.Value.Select(c => c == '\n' ? '\n' : ' ')));

    private static int FrontMatter(string[] lines)
    {
        var end = lines[0].TrimEnd('\uFEFF', ' ') == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...") : -1;
        return end + 1;
    }

    private static int EndOfFence(string[] lines, int from, string fence)
    {
        var end = Array.FindIndex(lines, Math.Min(from, lines.Length), line =>
            line.Trim() is { Length: > 0 } trimmed && trimmed.StartsWith(fence, StringComparison.Ordinal) && trimmed.All(c => c == fence[0])
        );
        return end < 0 ? lines.Length : end;
    }

    [GeneratedRegex("<!--.*?(?:-->|\\z)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("^ {0,3}(?<fence>`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex("^ {0,3}(?<level>#{1,6})(?<text>[ \\t].*?|)[ \\t]*(?:[ \\t]#+)?[ \\t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex("^ {0,3}(?<sign>=+|-+)[ \\t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex("^ {0,3}(?:(?:\\*[ \\t]*){3,}|(?:-[ \\t]*){3,}|(?:_[ \\t]*){3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex("^ {0,3}(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t]|\\|)")]
    private static partial Regex Container();
}
