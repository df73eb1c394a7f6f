using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>What a power or a bracket means where LaTeX does not say it (docs/mathematics.md, "Conventions").</summary>
internal sealed partial class RowSpeech
{
    /// <summary>Always functions.</summary>
    private static readonly HashSet<string> FunctionLetters =
    [
        "f",
        "g",
        "h",
        "F",
        "G",
        "H",
        "P",
        "E",
        "O",
        "phi",
        "psi",
        "Phi",
        "Psi",
        "Gamma",
        "zeta",
        "delta",
        "sigma",
        "Theta",
        "Omega",
    ];

    private static bool IsFunctionLetter(LetterNode? letter) => letter is not null && FunctionLetters.Contains(letter.Name);

    private static bool IsCapitalLetter(Node? core) => Shape.Letter(core) is { } letter && Shape.IsCapital(letter.Name);

    /// <summary>"inverse" is said of a capital letter, f, g, h, and a bracket that ends with a capital letter.</summary>
    private static bool IsInvertible(Node? core) =>
        core switch
        {
            FenceNode fence => fence.Body.Items.Count > 0 && IsMatrixProduct(fence.Body),
            GridNode => true,
            _ => Shape.Letter(core) is { } letter && (Shape.IsCapital(letter.Name) || letter.Name is "f" or "g" or "h"),
        };

    private static bool IsMatrixProduct(RowNode body) =>
        body.Items.All(item =>
            IsCapitalLetter(Shape.Core(item))
            || Shape.Kind(item) is SymbolKind.Additive
            || Shape.Key(item) is "compose"
            || Shape.Letter(Shape.Core(item)) is { Name: "lambda" or "f" or "g" or "h" }
        );

    /// <summary>
    /// T above a capital letter, a bold one, a matrix or a bracket of them; above another letter only where a letter follows it at once,
    /// as in w^T x. The sign of a transpose always.
    /// </summary>
    private bool IsTransposed(ScriptNode script, RowNode sup)
    {
        if (Shape.SingleKey(sup) == "top")
            return true;
        if (Shape.Single(sup) is not LetterNode { Name: "T" } letter)
            return false;
        if (
            letter.Style == LetterStyle.Upright
            || script.Core is GridNode
            || IsCapitalLetter(script.Core)
            || Shape.Letter(script.Core) is { Style: LetterStyle.Bold }
        )
        {
            return true;
        }

        if (script.Core is FenceNode fence)
        {
            return IsMatrixProduct(fence.Body)
                || fence.Body.Items.All(item => Shape.Letter(Shape.Core(item)) is not null || Shape.Kind(item) == SymbolKind.Additive);
        }

        return Shape.Letter(script.Core) is { Name: not "e" }
            && Current is not null
            && (Shape.Letter(Shape.Core(Current)) is { } factor && factor.Name != "d" || Current is FenceNode { Open: "(" });
    }

    /// <summary>R^n, and L^2 as a space: the power is a dimension, said by itself.</summary>
    private bool IsSpace(ScriptNode script)
    {
        if (Shape.Letter(script.Core) is not { } letter)
            return false;
        if (letter.Style == LetterStyle.Blackboard || (letter.Name == "ell" && Shape.LetterName(script.Sup) is "p" or "q"))
            return true;
        return (Shape.IsCapital(letter.Name) || letter.Name == "ell")
            && (_context.IsIndexOfNorm || IsBehindMembership() || (letter.Name is "L" or "C" or "H" or "ell" && Shape.IsBracket(Current)));
    }

    private bool IsBehindMembership() => _at >= 2 && Shape.Key(_items[_at - 2]) is "in" or "not-in" or "subset" or "subset-equal";

    /// <summary>f^{(n)}: the order as a word, else null.</summary>
    private Phrase? IsNthDerivative(ScriptNode script)
    {
        if (script.Primes > 0 || script.Sub is not null || Shape.Single(script.Sup) is not FenceNode { Open: "(" } fence)
            return null;
        if (Shape.Letter(script.Core) is not { Name: "f" or "g" or "h" or "F" or "G" or "y" or "u" or "phi" or "psi" })
            return null;
        var isOrder =
            Shape.Integer(fence.Body) is not null
            || Shape.LetterName(fence.Body) is "n"
            || (Shape.LetterName(fence.Body) is "k" or "m" && Shape.Letter(script.Core)!.Name is "f" or "g" or "h");
        return isOrder ? SayOrder(fence.Body) : null;
    }

    /// <summary>The th of n^{th}; else null.</summary>
    private static string? OrdinalEnding(RowNode? sup)
    {
        var ending = sup switch
        {
            null => "",
            { Items.Count: 2 } => string.Concat(sup.Items.Select(item => (item as LetterNode)?.Name)),
            _ => Shape.Single(sup) switch
            {
                TextNode text => text.Words.Trim(),
                NameNode name => name.Name,
                _ => "",
            },
        };
        return ending is "th" or "st" or "nd" or "rd" ? ending : null;
    }

    private Phrase SayOrdinal(Node core, string ending) =>
        Shape.Integer(core) is >= 0 and var number
            ? Speaker.Words(_speaker.Vocabulary.Numbers.Ordinal(number), core.Start, core.End)
            : Speaker.Suffixed(SayCore(core).Phrase, ending);

    /// <summary>"third", "nth"; null for what has no such form.</summary>
    private Phrase? SayOrder(RowNode order)
    {
        if (Shape.Integer(order) is >= 0 and var number)
            return Speaker.Words(_speaker.Vocabulary.Numbers.Ordinal(number), order.Start, order.End);
        return Shape.Single(order) is LetterNode letter ? _speaker.Say("nth", letter, _speaker.Letter(letter)) : null;
    }
}
