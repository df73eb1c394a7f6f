using FlamingHorse.Narration.Speech.Reading.Tokens;

namespace FlamingHorse.Narration.Speech.Reading.Tagging;

/// <summary>Words of two sounds that tagger or lexicon get wrong: <c>content</c>, <c>object</c>, <c>read</c>, <c>lead</c>.</summary>
internal static class HomographCorrections
{
    private static readonly HashSet<string> LinkingVerbs =
    [
        .. "is are was were be been being am 's 're 'm feel feels felt seem seems seemed quite very perfectly fully less".Split(' '),
    ];

    private static readonly HashSet<string> CausingVerbs = ["make", "makes", "made", "keep", "keeps", "kept", "leave", "leaves", "left"];

    // What shows that the clause is about the past.
    private static readonly HashSet<string> PastMarks =
    [
        "yesterday",
        "ago",
        "last",
        "earlier",
        "previously",
        "once",
        "when",
        "before",
        "already",
    ];

    private static readonly HashSet<string> MadeOfMetal =
    [
        .. "pipe pipes paint acid poisoning shot weight weights bullet bullets crystal oxide shielding ore brick bricks".Split(' '),
    ];

    private static readonly HashSet<string> AmountsOfMetal =
    [
        .. "made ton tons tonne tonnes pound pounds gram grams kilogram kilograms piece pieces block blocks sheet bar lump".Split(' '),
        .. "atom atoms ball balls".Split(' '),
    ];

    private static readonly HashSet<string> PluralSubjects = ["i", "we", "you", "they"];

    public static void Apply(IReadOnlyList<ReadingToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Text)
            {
                // The letter, not the article.
                case "a" when IsLetter(tokens, i):
                    tokens[i].Tag = "NN";
                    break;
                case "content" when IsAdjective(tokens, i):
                    tokens[i].Tag = "JJ";
                    break;
                case "object" when IsVerb(tokens, i):
                    tokens[i].Tag = "VB";
                    break;
                case "read" when IsPresent(tokens, i):
                    tokens[i].Tag = "VB";
                    break;
                case "lead" or "Lead" when IsMetal(tokens, i):
                    tokens[i].Phonemes = "lˈɛd";
                    break;
            }
        }
    }

    // "She is content", "it makes the teacher content"; but "the content", "is content that …".
    private static bool IsAdjective(IReadOnlyList<ReadingToken> tokens, int at)
    {
        if (at == 0 || !(EndsClause(tokens, at + 1) || tokens[at + 1].Text is "with" or "to"))
        {
            return false;
        }

        var start = Math.Max(0, at - 5);
        return LinkingVerbs.Contains(tokens[at - 1].Text)
            || (
                tokens[at - 1].Tag is ['N', 'N', ..] or "PRP"
                && EndsClause(tokens, at + 1)
                && Enumerable.Range(start, at - start).Any(i => CausingVerbs.Contains(tokens[i].Text))
            );
    }

    private static bool IsLetter(IReadOnlyList<ReadingToken> tokens, int at) =>
        EndsClause(tokens, at + 1) || tokens[at + 1].Text is "equals" or "squared" or "cubed" or "plus" or "minus";

    private static bool IsVerb(IReadOnlyList<ReadingToken> tokens, int at) =>
        at > 0
        && (
            PluralSubjects.Contains(tokens[at - 1].Text.ToLowerInvariant())
            || tokens[at - 1].Tag == "MD"
            || tokens[at - 1].Text is "n't"
            || (at + 1 < tokens.Count && tokens[at + 1].Text == "to" && tokens[at - 1].Tag is "TO" or "NNS" && !HasFrom(tokens, at))
        );

    private static bool HasFrom(IReadOnlyList<ReadingToken> tokens, int at) =>
        at > 1 && (tokens[at - 2].Text == "from" || tokens[at - 2].Text == "object");

    // The tagger was trained on news, where people read in the past; a lesson reads in the present unless it says otherwise.
    private static bool IsPresent(IReadOnlyList<ReadingToken> tokens, int at)
    {
        if (at == 0 || tokens[at].Tag is not ("VBD" or "VBP") || !PluralSubjects.Contains(tokens[at - 1].Text.ToLowerInvariant()))
        {
            return false;
        }

        var (start, end) = (at, at);
        while (start > 0 && !IsClauseMark(tokens[start - 1]))
        {
            start--;
        }

        while (end < tokens.Count && !IsClauseMark(tokens[end]))
        {
            end++;
        }

        return !tokens
            .Take(end)
            .Where((token, i) => i >= start && i != at && (token.Tag == "VBD" || PastMarks.Contains(token.Text.ToLowerInvariant())))
            .Any();
    }

    private static bool IsMetal(IReadOnlyList<ReadingToken> tokens, int at) =>
        (at + 1 < tokens.Count && MadeOfMetal.Contains(tokens[at + 1].Text))
        || (at > 1 && tokens[at - 1].Text == "of" && AmountsOfMetal.Contains(tokens[at - 2].Text));

    private static bool EndsClause(IReadOnlyList<ReadingToken> tokens, int at) => at >= tokens.Count || IsClauseMark(tokens[at]);

    private static bool IsClauseMark(ReadingToken token) => token.Text is "." or "," or ";" or ":" or "!" or "?" or "—" or "…";
}
