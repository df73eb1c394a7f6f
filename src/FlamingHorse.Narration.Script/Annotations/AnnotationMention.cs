namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>
/// Says, without parsing, whether a file may hold an annotation. It stands apart from <see cref="AnnotationScan"/> so that a build
/// without changed annotations never loads the compiler.
/// </summary>
public static class AnnotationMention
{
    private const string Name = "Narration";
    private const string Suffix = "Attribute";
    private const string Scene = "Scene";

    /// <summary>False only when <see cref="AnnotationScan.Read"/> would find nothing.</summary>
    public static bool Mentions(string sourceText)
    {
        for (
            var at = sourceText.IndexOf(Name, StringComparison.Ordinal);
            at >= 0;
            at = sourceText.IndexOf(Name, at + 1, StringComparison.Ordinal)
        )
        {
            if (at > 0 && IsIdentifierPart(sourceText[at - 1]))
                continue;

            var end = at + Name.Length;
            if (string.CompareOrdinal(sourceText, end, Scene, 0, Scene.Length) == 0)
                end += Scene.Length;

            if (string.CompareOrdinal(sourceText, end, Suffix, 0, Suffix.Length) == 0)
                end += Suffix.Length;

            while (end < sourceText.Length && char.IsWhiteSpace(sourceText[end]))
                end++;

            // The attribute has a required argument. A comment or a directive may stand before its parenthesis.
            if (end < sourceText.Length && sourceText[end] is '(' or '/' or '#')
                return true;
        }

        return false;
    }

    private static bool IsIdentifierPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
