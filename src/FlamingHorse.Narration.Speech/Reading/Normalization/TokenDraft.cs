using System.Buffers;
using FlamingHorse.Narration.Speech.Reading.Tokens;

namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>One white-space token of the text while rules put it into words.</summary>
internal sealed class TokenDraft
{
    private const string Openers = "([{\"“‘'*_`";
    private const string Closers = ")]}\"”’'.,;:!?…*_`";
    private static readonly SearchValues<char> Markup = SearchValues.Create("*_`");

    /// <param name="source">Its index in the text.</param>
    /// <param name="text">What it says, cleaned.</param>
    /// <param name="phonemes">The author's pronunciation, if there is one.</param>
    public TokenDraft(int source, string text, string? phonemes)
    {
        Source = source;
        Phonemes = phonemes;
        var (start, end) = (0, text.Length);
        while (start < end && (Openers.Contains(text[start]) || IsEllipsis(text, start)))
        {
            start++;
        }

        while (end > start && Closers.Contains(text[end - 1]) && !ClosesInside(text.AsSpan(start, end - start)))
        {
            end--;
        }

        Lead = WithoutMarkup(text[..start]);
        Core = text[start..end];
        Trail = WithoutMarkup(text[end..]);
        if (Core.Length == 0 && text is "*" or "_")
        {
            Core = text;
            Lead = "";
        }
    }

    public int Source { get; }

    public string? Phonemes { get; }

    /// <summary>The punctuation before.</summary>
    public string Lead { get; set; }

    /// <summary>What is said; rules change it, and may make several words of it.</summary>
    public string Core { get; set; }

    /// <summary>The punctuation after.</summary>
    public string Trail { get; set; }

    public bool HasDigit => Core.AsSpan().ContainsAnyInRange('0', '9');

    public bool StartsWithDigit => Core.Length > 0 && char.IsAsciiDigit(Core[0]);

    public bool EndsWithDigit => Core.Length > 0 && char.IsAsciiDigit(Core[^1]);

    public bool StartsWithCapital => Core.Length > 0 && char.IsUpper(Core[0]);

    /// <summary>Whether nothing stands between this token and the next but a space.</summary>
    public bool TouchesNext => Trail.Length == 0;

    /// <summary>Takes away the point that an abbreviation was written with.</summary>
    public void DropPoint() => Trail = Trail.StartsWith('.') ? Trail[1..] : Trail;

    /// <summary>The words that the token has become.</summary>
    public IEnumerable<SpokenWord> ToWords() =>
        (Lead + Core + Trail).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new SpokenWord(word, Source, Phonemes));

    private static bool IsEllipsis(string text, int at) =>
        text[at] is '…' || (text[at] == '.' && ((at + 1 < text.Length && text[at + 1] == '.') || (at > 0 && text[at - 1] == '.')));

    // The bracket of f(x) belongs to the word.
    private static bool ClosesInside(ReadOnlySpan<char> text)
    {
        var opener = text[^1] switch
        {
            ')' => '(',
            ']' => '[',
            '}' => '{',
            _ => '\0',
        };
        return opener != '\0' && text.Count(opener) >= text.Count(text[^1]);
    }

    private static string WithoutMarkup(string marks) =>
        marks.AsSpan().ContainsAny(Markup) ? string.Concat(marks.Where(mark => !Markup.Contains(mark))) : marks;
}
