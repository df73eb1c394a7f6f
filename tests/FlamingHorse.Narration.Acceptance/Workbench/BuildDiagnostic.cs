using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>An error or a warning as a reader of the plain log sees it.</summary>
/// <param name="Kind"><c>error</c> or <c>warning</c>.</param>
/// <param name="Code">Such as FHN2001.</param>
/// <param name="File">Empty when it names none.</param>
/// <param name="Line">One-based; 0 when it names none.</param>
/// <param name="Column">One-based; 0 when it names none.</param>
/// <param name="Text">Of a message of several lines, one.</param>
public sealed partial record BuildDiagnostic(string Kind, string Code, string File, int Line, int Column, string Text)
{
    public static IReadOnlyList<BuildDiagnostic> Parse(string output) =>
        [.. output.Split('\n').Select(line => Pattern().Match(line)).Where(m => m.Success).Select(Of).Distinct()];

    private static BuildDiagnostic Of(Match match) =>
        new(
            match.Groups["kind"].Value,
            match.Groups["code"].Value,
            match.Groups["file"].Value.Trim(),
            match.Groups["line"].Success ? int.Parse(match.Groups["line"].ValueSpan, provider: null) : 0,
            match.Groups["column"].Success ? int.Parse(match.Groups["column"].ValueSpan, provider: null) : 0,
            match.Groups["text"].Value
        );

    [GeneratedRegex(
        @"^\s*(?:\d+(?::\d+)?>)?(?<file>[^()]*?)(?:\((?<line>\d+)(?:,(?<column>\d+)(?:,\d+,\d+)?)?\))?"
            + @"\s*:\s*(?<kind>error|warning)\s+(?<code>[A-Z]+\d+)\s*:\s*(?<text>.*?)(?:\s+\[[^\]]+\])?$"
    )]
    private static partial Regex Pattern();
}
