using System.Globalization;
using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>What a part of a formula looks like.</summary>
internal static class Shape
{
    /// <summary>What carries the scripts.</summary>
    public static Node Core(Node node) => node is ScriptNode { Core: { } core } ? core : node;

    public static string? Key(Node? node) => (node as SymbolNode)?.Symbol.Key;

    public static SymbolKind? Kind(Node? node) => (node as SymbolNode)?.Symbol.Kind;

    /// <summary>The only thing of a row, else null.</summary>
    public static Node? Single(RowNode? row) =>
        row?.Items.Count == 1
            ? row.Items[0] is RowNode inner
                ? Single(inner)
                : row.Items[0]
            : null;

    /// <summary>The symbol if the row is only one; else null.</summary>
    public static string? SingleKey(RowNode? row) => Key(Single(row));

    /// <summary>The letter of one letter without scripts, else null.</summary>
    public static LetterNode? Letter(Node? node) =>
        node switch
        {
            LetterNode letter => letter,
            AccentNode accent => Letter(Single(accent.Body)),
            RowNode row => Letter(Single(row)),
            _ => null,
        };

    /// <summary>The letter that is the row, else null.</summary>
    public static string? LetterName(RowNode? row) => (Single(row) as LetterNode)?.Name;

    /// <summary>The integer if the row is only one, with its sign; else null.</summary>
    public static int? Integer(RowNode? row)
    {
        if (row is null || row.Items.Count is 0 or > 2)
            return null;
        var isNegative = row.Items.Count == 2 && Key(row.Items[0]) == "minus";
        if (row.Items.Count == 2 && !isNegative)
            return null;
        return Integer(row.Items[row.Items.Count - 1]) is { } number ? (isNegative ? -number : number) : null;
    }

    public static int? Integer(Node? node) =>
        node is NumberNode number && int.TryParse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    public static bool IsCapital(string letter) => letter.Length > 0 && char.IsUpper(letter[0]) && letter != "ell";

    /// <summary>A round bracket, or with <paramref name="square"/> a square one too.</summary>
    public static bool IsBracket(Node? node, bool square = false) =>
        node is FenceNode { Open: "(", Close: ")" } || (square && node is FenceNode { Open: "[", Close: "]" });

    public static FenceNode? Bracket(Node? node, bool square = false) =>
        node is not null && Core(node) is FenceNode fence && IsBracket(fence, square) ? fence : null;

    /// <summary>Whether the row itself contains a comma, a bar or a symbol of a kind.</summary>
    public static bool Holds(RowNode row, Func<Node, bool> isSought) => row.Items.Any(item => isSought(item));

    public static bool HoldsComma(RowNode row) => Holds(row, item => Key(item) is "comma" or "semicolon");

    /// <summary>A d or a partial symbol: the beginning of a differential.</summary>
    public static bool IsDifferentialSign(Node? node) =>
        node is not null
        && (Core(node) is LetterNode { Name: "d", Style: LetterStyle.Plain or LetterStyle.Upright } || Key(Core(node)) == "partial");
}
