namespace FlamingHorse.Narration.Engine.Scripts.Markdown;

/// <param name="Kind">What it is.</param>
/// <param name="Text">Lines joined by spaces, inline markup as written.</param>
/// <param name="Line">Of its first character; from 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Level">Of a heading; from 1.</param>
internal sealed record MarkdownBlock(MarkdownBlockKind Kind, string Text, int Line, int Column, int Level = 0);
