using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Whether something holds an operator that is heard, so that what it belongs to needs a breath.</summary>
internal static class Operators
{
    /// <summary>A sign before the first term is not an operator; neither is a fraction that is one number.</summary>
    public static bool In(Node? node) =>
        node switch
        {
            RowNode row => row.Items.Where((item, i) => IsOperator(item, isFirst: i == 0) || In(item)).Any(),
            FractionNode fraction => !IsNumeric(fraction),
            ScriptNode script => In(script.Core) || IsOperator(script.Core, isFirst: false) || In(script.Sub) || In(script.Sup),
            RootNode root => In(root.Body),
            AccentNode accent => In(accent.Body),
            FenceNode fence => In(fence.Body),
            StackNode stack => In(stack.Core),
            GridNode => true,
            _ => false,
        };

    /// <summary>A whole number over one that has a name: "two thirds".</summary>
    public static bool IsNumeric(FractionNode fraction) =>
        !fraction.IsBinomial && Shape.Integer(fraction.Top) is >= 1 && Shape.Integer(fraction.Bottom) is (>= 2 and <= 20) or 100;

    private static bool IsOperator(Node? node, bool isFirst) =>
        Shape.Kind(node) switch
        {
            SymbolKind.Additive => !isFirst,
            SymbolKind.Multiplicative or SymbolKind.Big or SymbolKind.Logic => true,
            SymbolKind.Relation => Shape.Key(node) != "divides",
            _ => false,
        };
}
