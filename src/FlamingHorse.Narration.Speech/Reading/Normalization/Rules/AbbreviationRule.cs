namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Titles and abbreviations in full: <c>Dr.</c>, <c>fig. 3</c>, <c>vs.</c></summary>
/// <param name="tables">Lists them.</param>
internal sealed class AbbreviationRule(WordTables tables) : IReadingRule
{
    // They are words too, so a number must follow.
    private static readonly HashSet<string> BeforeNumbers =
    [
        "no.",
        "No.",
        "nos.",
        "fig.",
        "Fig.",
        "ch.",
        "Ch.",
        "vol.",
        "Vol.",
        "pp.",
        "est.",
    ];

    private static readonly HashSet<string> AfterNumbers = ["ed.", "eds."];

    // Days and months that are words or names too, so a date must touch them.
    private static readonly HashSet<string> InDates = ["Mar.", "Jun.", "Sat.", "Sun.", "Wed."];

    // Places are called so before their name, streets after it.
    private static readonly HashSet<string> Places = ["St", "Mt", "Ft"];

    private static readonly HashSet<string> SentenceOpeners =
    [
        .. "The A An It He She They We I You This That These Those There But And So In On At If When Then As For To".Split(' '),
    ];

    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        var next = at + 1 < tokens.Count ? tokens[at + 1] : null;
        var hasPoint = token.Trail.StartsWith('.');
        if (
            hasPoint
            && next is { StartsWithCapital: true }
            && tables.Titles.TryGetValue(token.Core, out var title)
            && !FollowsName(tokens, at)
        )
        {
            token.Core = title;
            token.DropPoint();
            return;
        }

        var written = hasPoint ? token.Core + "." : token.Core;
        if (written == "No." && next is { StartsWithDigit: true })
        {
            token.Core = "Number";
            token.DropPoint();
        }
        else if (written is "etc." or "al." && next is not null && char.IsLower(next.Core.FirstOrDefault()))
        {
            token.DropPoint();
        }
        else if (tables.Abbreviations.TryGetValue(written, out var full) && IsMeant(tokens, at, written))
        {
            token.Core = full;
            if (next is not null && !SentenceOpeners.Contains(next.Core))
            {
                token.DropPoint();
            }
        }
    }

    private static bool FollowsName(IReadOnlyList<TokenDraft> tokens, int at) =>
        Places.Contains(tokens[at].Core) && at > 1 && tokens[at - 1] is { StartsWithCapital: true, TouchesNext: true };

    private bool IsMeant(IReadOnlyList<TokenDraft> tokens, int at, string written)
    {
        var before = at > 0 ? tokens[at - 1] : null;
        var next = at + 1 < tokens.Count ? tokens[at + 1] : null;
        if (BeforeNumbers.Contains(written))
        {
            return next is { HasDigit: true };
        }

        if (AfterNumbers.Contains(written))
        {
            return before is { HasDigit: true };
        }

        return !InDates.Contains(written)
            || next is { HasDigit: true }
            || before is { HasDigit: true }
            || (next is not null && tables.Months.ContainsKey(next.Core));
    }
}
