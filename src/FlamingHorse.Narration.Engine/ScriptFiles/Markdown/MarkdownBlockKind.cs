namespace FlamingHorse.Narration.Engine.ScriptFiles.Markdown;

internal enum MarkdownBlockKind
{
    Heading,
    Paragraph,

    /// <summary>A list, a quotation, a table.</summary>
    Other,
}
