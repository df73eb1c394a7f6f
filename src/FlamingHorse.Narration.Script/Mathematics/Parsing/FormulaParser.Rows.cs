using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Groups and rows.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>
    /// What braces hold: one thing where it carries scripts or has a reading of its own, else as if the braces were not there.
    /// </summary>
    private List<Node> ReadGroupItems()
    {
        var open = Current;
        if (!Enter(open))
            return [];
        _at++;
        var start = _at;
        var items = ReadItems(token => token.Kind == Close);
        if (Current.Kind == Close)
        {
            _at++;
        }
        else
        {
            Report(FormulaProblemKind.Unbalanced, open, "This '{' is not closed. Write the missing '}'; a visible brace is \\{.");
        }

        _depth--;
        if (items.Count == 0)
            return Current.Kind is Superscript or Subscript ? [new RowNode([], open.Start, tokens[_at - 1].End)] : [];
        if (items.Count > 1 && Current.Kind is Superscript or Subscript)
            return [Row(items, start)];
        return FindOverride(items, start) is { } replaced ? [replaced] : items;
    }

    private Node? FindOverride(List<Node> items, int start)
    {
        var row = Row(items, start, report: false);
        return row.Items.Count == 1 ? row.Items[0] as OverrideNode : null;
    }

    /// <summary>The row of some items, with its brackets paired and, where the author gave one, its reading.</summary>
    private RowNode Row(List<Node> items, int startToken, bool report = true)
    {
        var start = tokens[startToken].Start;
        var end = items.Count > 0 ? Math.Max(items[items.Count - 1].End, start) : start;
        return PairedRow(items, start, end, report);
    }

    private RowNode PairedRow(List<Node> items, int start, int end, bool report = true)
    {
        if (items.Count > 0)
            (start, end) = (items[0].Start, items[items.Count - 1].End);
        var row = new RowNode(BracketPairs.Pair(items, report ? problems : [], MakeRow), start, end);
        return Overridden(row);
    }

    private RowNode MakeRow(IReadOnlyList<Node> items, int start, int end) =>
        Overridden(new RowNode(BarPairs.Pair(items, MakeRow), start, end));

    private RowNode Overridden(RowNode row) =>
        row.Items.Count > 0 && row.Items[0] is not OverrideNode && findOverride(row) is { } reading
            ? new RowNode([new OverrideNode(reading, row, row.Start, row.End)], row.Start, row.End)
            : row;
}
