using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Scripts.Markdown;

/// <param name="Kind">What it is.</param>
/// <param name="Text">Lines joined by spaces, inline markup as written.</param>
/// <param name="Line">Of its first character; from 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Level">Of a heading; from 1.</param>
internal sealed record MarkdownBlock(MarkdownBlockKind Kind, string Text, int Line, int Column, int Level = 0)
{
    /// <summary>Where the lines of <see cref="Text"/> begin in the file.</summary>
    public TextRuns Runs { get; init; } = TextRuns.None;
}
