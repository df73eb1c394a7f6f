namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Finds which vertical bar closes which; bars that do not pair stay, and separate.</summary>
internal static class BarPairs
{
    public static IReadOnlyList<Node> Pair(IReadOnlyList<Node> items, Func<IReadOnlyList<Node>, int, int, RowNode> makeRow)
    {
        if (!items.Any(item => KeyOf(item) is "bar" or "norm"))
            return items;
        var result = new List<Node>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var close = IsOpening(items, i, result) ? FindClose(items, i) : -1;
            if (close < 0)
            {
                result.Add(items[i]);
                continue;
            }
            var body = items.Skip(i + 1).Take(close - i - 1).ToList();
            var isNorm = KeyOf(items[i]) == "norm";
            var row = makeRow(body, items[i].End, items[close].Start);
            var fence = new FenceNode(isNorm ? "lnorm" : "lvert", isNorm ? "rnorm" : "rvert", row, items[i].Start, items[close].End);
            result.Add(items[close] is ScriptNode script ? script with { Core = fence, Start = fence.Start } : fence);
            i = close;
        }
        return result;
    }

    private static bool IsOpening(IReadOnlyList<Node> items, int at, List<Node> before)
    {
        if (items[at] is not SymbolNode { Symbol.Key: "bar" or "norm" } bar || at + 1 >= items.Count)
            return false;
        // Behind an operand it may open all the same, as in 2|x|, but not where it would hold a statement or a list.
        return before.Count == 0
            || !IsOperand(before[before.Count - 1])
            || FindClose(items, at) is var close and > 0 && IsTerm(items, at + 1, close);
    }

    private static int FindClose(IReadOnlyList<Node> items, int open)
    {
        var (key, depth, opened) = (KeyOf(items[open]), 0, open);
        for (var i = open + 1; i < items.Count; i++)
        {
            if (KeyOf(items[i]) != key)
                continue;
            if (i - 1 == opened || !IsOperand(items[i - 1]))
            {
                if (items[i] is ScriptNode)
                    return -1;
                depth++;
                opened = i;
            }
            else if (depth-- == 0)
            {
                return i;
            }
        }
        return -1;
    }

    private static bool IsTerm(IReadOnlyList<Node> items, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (items[i] is SymbolNode { Symbol.Kind: SymbolKind.Relation or SymbolKind.Punctuation or SymbolKind.Logic })
                return false;
        }
        return end > start;
    }

    private static bool IsOperand(Node node) =>
        node is not SymbolNode symbol
        || symbol.Symbol.Kind is SymbolKind.Ordinary or SymbolKind.Postfix or SymbolKind.Ellipsis
        || symbol.Symbol.Kind == SymbolKind.Bar;

    private static string? KeyOf(Node node) => ((node is ScriptNode { Core: { } core } ? core : node) as SymbolNode)?.Symbol.Key;
}
