using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Engine.Scripts.Markdown;

/// <summary>
/// Headings are scopes, and a heading's paragraph is a segment: <c># Intro</c>, <c>## Welcome</c> and a paragraph make
/// <c>Intro.Welcome</c>.
/// Comments, fenced code, rules and front matter are not spoken and not complained about.
/// </summary>
internal static class MarkdownScript
{
    public static IReadOnlyList<ScriptSegment> Read(string text, string file, ICollection<Finding> findings)
    {
        var segments = new List<ScriptSegment>();
        var scopes = new List<(int Level, string Part)>();
        var isTaken = false;
        foreach (var block in MarkdownBlocks.Read(text))
        {
            var place = new SourcePlace(file, block.Line, block.Column);
            switch (block.Kind)
            {
                case MarkdownBlockKind.Heading:
                    scopes.RemoveAll(scope => scope.Level >= block.Level);
                    scopes.Add((block.Level, MarkdownHeading.IdPart(block.Text)));
                    isTaken = false;
                    if (scopes[^1].Part.Length == 0)
                    {
                        Report(
                            ScriptFindings.InvalidScriptFile,
                            place,
                            "this heading has no letter or digit for an id; name it, or write {#id} after it"
                        );
                        scopes.RemoveAt(scopes.Count - 1);
                        isTaken = true;
                    }

                    break;
                case MarkdownBlockKind.Paragraph when scopes.Count == 0:
                    Report(
                        ScriptFindings.ScriptPartIgnored,
                        place,
                        "this paragraph is under no heading and is not spoken; give it a heading, which becomes its id"
                    );
                    break;
                case MarkdownBlockKind.Paragraph when isTaken:
                    Report(
                        ScriptFindings.InvalidScriptFile,
                        place,
                        $"'{Id(scopes)}' has a second paragraph; give it a heading of its own, or join the two"
                    );
                    break;
                case MarkdownBlockKind.Paragraph:
                    var paragraph = MarkdownFormulas.Plain(block);
                    segments.Add(
                        new()
                        {
                            Id = Id(scopes),
                            Text = paragraph.Text,
                            Runs = paragraph.Runs,
                            Place = place,
                            Origin = SegmentOrigin.ScriptFile,
                        }
                    );
                    isTaken = true;
                    break;
                default:
                    Report(
                        ScriptFindings.ScriptPartIgnored,
                        place,
                        "only paragraphs are spoken: this list, quotation or table is skipped; write it as a paragraph, or put it "
                            + "into a comment"
                    );
                    break;
            }
        }

        return segments;

        void Report(FindingKind kind, SourcePlace place, string problem) =>
            findings.Add(kind.At(place, $"{Path.GetFileName(file)}: {problem}."));
    }

    private static string Id(List<(int Level, string Part)> scopes) => string.Join('.', scopes.Select(scope => scope.Part));
}
