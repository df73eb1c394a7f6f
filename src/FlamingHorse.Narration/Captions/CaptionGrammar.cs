namespace FlamingHorse.Narration.Captions;

/// <summary>The small words of English that tell where a sentence without commas is best divided. Other languages do without.</summary>
internal static class CaptionGrammar
{
    private static readonly HashSet<string> Openers = new(StringComparer.OrdinalIgnoreCase)
    {
        "and",
        "or",
        "but",
        "because",
        "so",
        "which",
        "who",
        "that",
        "than",
        "if",
        "when",
        "where",
        "while",
        "then",
        "until",
        "unless",
    };

    private static readonly HashSet<string> Binders = new(StringComparer.OrdinalIgnoreCase)
    {
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "is",
        "are",
        "and",
        "or",
        "its",
        "our",
        "your",
        "this",
        "each",
        "every",
        "no",
    };

    /// <summary>How well a caption can end between two words of one phrase.</summary>
    public static CaptionBreak Between(string word, string next) =>
        Binders.Contains(word) ? CaptionBreak.Bound
        : Openers.Contains(next) ? CaptionBreak.Clause
        : CaptionBreak.Word;
}
