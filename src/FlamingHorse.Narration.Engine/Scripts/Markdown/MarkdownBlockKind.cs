namespace FlamingHorse.Narration.Engine.Scripts.Markdown;

internal enum MarkdownBlockKind
{
    Heading,
    Paragraph,

    /// <summary>A list, a quotation, a table.</summary>
    Other,
}
