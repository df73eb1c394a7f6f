using FlamingHorse.Narration.Script.Mathematics.Parsing;
using FlamingHorse.Narration.Script.Mathematics.Reading;

namespace FlamingHorse.Narration.Script.Mathematics.Captions;

/// <summary>Where spaces stand.</summary>
internal sealed partial class CaptionRenderer
{
    private static bool Spaced(Symbol symbol) =>
        symbol.Key is not ("slash" or "colon")
        && (
            symbol.Kind is SymbolKind.Additive or SymbolKind.Relation or SymbolKind.Logic
            || (symbol.Kind == SymbolKind.Multiplicative && symbol.Key != "dot")
        );

    private static bool IsUnary(IReadOnlyList<Node> row, int at) =>
        at == 0
        || Shape.Kind(row[at - 1])
            is SymbolKind.Additive
                or SymbolKind.Relation
                or SymbolKind.Logic
                or SymbolKind.Multiplicative
                or SymbolKind.Punctuation
                or SymbolKind.Big
        || Shape.Core(row[at - 1]) is NameNode or SymbolNode { Symbol.Kind: SymbolKind.Big };

    /// <summary>Around names of functions, before differentials, and behind sums and their like.</summary>
    private static bool NeedsSpace(IReadOnlyList<Node> row, int at)
    {
        if (at == 0)
            return false;
        var (before, node) = (row[at - 1], row[at]);
        if (
            Shape.Core(before) is SymbolNode { Symbol.Kind: SymbolKind.Big }
            || Shape.Kind(before) == SymbolKind.Quantifier && Shape.Kind(node) == SymbolKind.Quantifier
        )
        {
            return true;
        }

        if (
            Shape.Core(before) is NumberNode
            && Shape.Core(node) is LetterNode { Style: LetterStyle.Upright, Name: not "e" and not "i" and not "d" } or TextNode
        )
        {
            return true;
        }

        if (Shape.Core(node) is NameNode || node is ModuloNode)
            return Shape.Kind(before) is not (SymbolKind.Open or SymbolKind.Additive or SymbolKind.Relation);
        if (Shape.Core(before) is NameNode)
        {
            return (
                    Shape.Bracket(node) is null
                    && Shape.Kind(node) is not (SymbolKind.Multiplicative or SymbolKind.Postfix or SymbolKind.Punctuation)
                ) || before is ScriptNode { Sub: not null };
        }

        if (Shape.Core(node) is SymbolNode { Symbol.Kind: SymbolKind.Big } || Shape.Kind(node) == SymbolKind.Quantifier)
            return Shape.Kind(before) != SymbolKind.Additive;
        return IsDifferentialAt(row, at) && !IsDifferentialSignBefore(row, at) && Shape.Kind(before) != SymbolKind.Multiplicative;
    }

    private static bool IsDifferentialAt(IReadOnlyList<Node> row, int at) =>
        at + 1 < row.Count
        && row[at] is LetterNode { Name: "d" }
        && Shape.Letter(Shape.Core(row[at + 1])) is not null
        && row.Take(at).Any(item => Shape.Core(item) is SymbolNode { Symbol.Kind: SymbolKind.Big });

    private static bool IsDifferentialSignBefore(IReadOnlyList<Node> row, int at) => at > 0 && row[at - 1] is LetterNode { Name: "d" };
}
