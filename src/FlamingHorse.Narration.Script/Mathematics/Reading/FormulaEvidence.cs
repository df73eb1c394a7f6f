using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>
/// What one part of a formula shows about another: T(u) can hardly be a product, so T in T(u+v)=T(u)+T(v) is a function everywhere in the
/// formula; beside "and" an arrow is "implies".
/// </summary>
internal sealed class FormulaEvidence
{
    private FormulaEvidence(RowNode formula) => Look(formula);

    /// <summary>Letters that are functions.</summary>
    public HashSet<string> Applied { get; } = new(StringComparer.Ordinal);

    /// <summary>It contains "and", "or" or "not".</summary>
    public bool IsLogic { get; private set; }

    /// <summary>It contains "for all" or "there exists".</summary>
    public bool IsQuantified { get; private set; }

    /// <summary>Bars count: a union, an intersection or a difference of sets stands between some.</summary>
    public bool CountsElements { get; private set; }

    public static FormulaEvidence Of(RowNode formula) => new(formula);

    private void Look(Node? node)
    {
        switch (node)
        {
            case RowNode row:
                LookAlong(row);
                break;
            case SymbolNode { Symbol: var symbol }:
                IsLogic |= symbol.Key is "and" or "or" or "not" or "xor";
                IsQuantified |= symbol.Kind == SymbolKind.Quantifier;
                break;
            case FractionNode fraction:
                Look(fraction.Top);
                Look(fraction.Bottom);
                break;
            case ScriptNode script:
                Look(script.Core);
                Look(script.Sub);
                Look(script.Sup);
                break;
            case RootNode root:
                Look(root.Body);
                break;
            case FenceNode fence:
                CountsElements |=
                    fence is { Open: "lvert", Close: "rvert" }
                    && fence.Body.Items.Any(item => Shape.Key(item) is "union" or "intersection" or "set-minus");
                Look(fence.Body);
                break;
            case AccentNode accent:
                Look(accent.Body);
                break;
            case GridNode grid:
                foreach (var cell in grid.Rows.SelectMany(row => row))
                    Look(cell);
                break;
        }
    }

    private void LookAlong(RowNode row)
    {
        for (var i = 0; i < row.Items.Count; i++)
        {
            if (FunctionAt(row, i) is { } letter)
                Applied.Add(letter);
            Look(row.Items[i]);
        }
    }

    private static string? FunctionAt(RowNode row, int at)
    {
        if (at + 1 >= row.Items.Count || Shape.Letter(Shape.Core(row.Items[at])) is not { } letter)
            return null;
        if (Shape.Key(row.Items[at + 1]) == "colon")
            return row.Items.Skip(at + 2).Any(item => Shape.Key(Shape.Core(item)) == "to") ? letter.Name : null;
        if (row.Items[at] is ScriptNode { Primes: > 0 })
            return letter.Name;
        return Shape.Bracket(row.Items[at + 1]) is { Body.Items.Count: > 0 } bracket && !Operators.In(bracket.Body) ? letter.Name : null;
    }
}
