namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Finds which bracket closes which.</summary>
internal static class BracketPairs
{
    /// <summary>The items with every pair of brackets as one; a bracket without its partner is reported and goes.</summary>
    public static IReadOnlyList<Node> Pair(
        List<Node> items,
        ICollection<FormulaProblem> problems,
        Func<IReadOnlyList<Node>, int, int, RowNode> makeRow
    )
    {
        if (!items.Exists(item => KindOf(item) is SymbolKind.Open or SymbolKind.Close))
            return BarPairs.Pair(items, makeRow);

        var levels = new Stack<Level>();
        levels.Push(new Level(null));
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var kind = KindOf(item);
            var level = levels.Peek();
            if (kind == SymbolKind.Open && !(KeyOf(item) == "[" && ClosesReversed(level)))
                levels.Push(new Level((SymbolNode)CoreOf(item)));
            else if (kind == SymbolKind.Close && level.Open is null && KeyOf(item) == "]" && OpensReversed(items, i))
                levels.Push(new Level((SymbolNode)CoreOf(item)));
            else if (kind is SymbolKind.Close or SymbolKind.Open)
                Close(levels, item, problems, makeRow);
            else
                level.Items.Add(item);
        }
        while (levels.Count > 1)
            Abandon(levels, problems, makeRow);
        return BarPairs.Pair(levels.Pop().Items, makeRow);
    }

    private static void Close(
        Stack<Level> levels,
        Node item,
        ICollection<FormulaProblem> problems,
        Func<IReadOnlyList<Node>, int, int, RowNode> makeRow
    )
    {
        var level = levels.Peek();
        var key = KeyOf(item)!;
        if (key == "rangle" && level.Open?.Symbol.Key != "langle" && level.Items.FindLastIndex(IsBar) is var bar and >= 0)
        {
            var body = level.Items.GetRange(bar + 1, level.Items.Count - bar - 1);
            var start = level.Items[bar].Start;
            level.Items.RemoveRange(bar, level.Items.Count - bar);
            level.Items.Add(WithScripts(item, new FenceNode("lvert", "rangle", makeRow(body, start + 1, item.Start), start, item.End)));
            return;
        }
        if (level.Open is null || !Fits(level.Open.Symbol.Key, key))
        {
            var name = ((SymbolNode)CoreOf(item)).Symbol.Unicode;
            var message = $"'{name}' closes nothing here. Write the bracket that opens it, or write it in \\text{{…}}.";
            problems.Add(new(FormulaProblemKind.Unbalanced, CoreOf(item).Start, CoreOf(item).End - CoreOf(item).Start, name, message));
            if (item is ScriptNode script)
                level.Items.Add(script with { Core = null });
            return;
        }
        levels.Pop();
        var row = makeRow(level.Items, level.Open.End, CoreOf(item).Start);
        levels.Peek().Items.Add(WithScripts(item, new FenceNode(level.Open.Symbol.Key, key, row, level.Open.Start, CoreOf(item).End)));
    }

    private static void Abandon(
        Stack<Level> levels,
        ICollection<FormulaProblem> problems,
        Func<IReadOnlyList<Node>, int, int, RowNode> makeRow
    )
    {
        var level = levels.Pop();
        var open = level.Open!;
        if (open.Symbol.Key == "langle" && level.Items.FindIndex(IsBar) is var bar and >= 0)
        {
            var row = makeRow(level.Items.GetRange(0, bar), open.End, level.Items[bar].Start);
            levels.Peek().Items.Add(new FenceNode("langle", "rvert", row, open.Start, level.Items[bar].End));
            levels.Peek().Items.AddRange(level.Items.Skip(bar + 1));
            return;
        }
        var name = open.Symbol.Unicode;
        var message = $"'{name}' is not closed. Write the bracket that closes it, or write it in \\text{{…}}.";
        problems.Add(new(FormulaProblemKind.Unbalanced, open.Start, open.End - open.Start, name, message));
        levels.Peek().Items.AddRange(level.Items);
    }

    private static bool Fits(string open, string close) =>
        open switch
        {
            "(" or "[" or "]" => close is ")" or "]" or "[",
            "lbrace" => close == "rbrace",
            "lfloor" => close is "rfloor" or "rceil",
            "lceil" => close is "rceil" or "rfloor",
            "langle" => close == "rangle",
            "lvert" => close is "rvert" or "rangle",
            "lnorm" => close == "rnorm",
            _ => false,
        };

    /// <summary>]0,1[ as intervals are written in French.</summary>
    private static bool OpensReversed(List<Node> items, int at)
    {
        var end = items.FindIndex(at + 1, item => KeyOf(item) is "[" or "]");
        return end > 0 && items.GetRange(at, end - at).Exists(item => KeyOf(item) is "comma" or "semicolon");
    }

    private static bool ClosesReversed(Level level) =>
        level.Open?.Symbol.Key is "]" or "["
        && level.Items.Count(item => KeyOf(item) is "comma" or "semicolon") == 1
        && KeyOf(level.Items[level.Items.Count - 1]) is not "comma";

    private static Node WithScripts(Node closing, FenceNode fence)
    {
        Node result = fence;
        if (closing is ScriptNode script)
            result = script with { Core = fence, Start = fence.Start };
        return result;
    }

    private static bool IsBar(Node node) => KeyOf(node) is "bar" or "divides";

    private static Node CoreOf(Node node) => node is ScriptNode { Core: { } core } ? core : node;

    private static SymbolKind? KindOf(Node node) => (CoreOf(node) as SymbolNode)?.Symbol.Kind;

    private static string? KeyOf(Node node) => (CoreOf(node) as SymbolNode)?.Symbol.Key;

    private sealed record Level(SymbolNode? Open)
    {
        public List<Node> Items { get; } = [];
    }
}
