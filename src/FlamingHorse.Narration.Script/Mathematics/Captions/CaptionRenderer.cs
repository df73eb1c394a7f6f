using FlamingHorse.Narration.Script.Mathematics.Parsing;
using FlamingHorse.Narration.Script.Mathematics.Reading;

namespace FlamingHorse.Narration.Script.Mathematics.Captions;

/// <summary>Writes a formula in Unicode: <c>∫₀¹ x² dx</c>.</summary>
internal sealed partial class CaptionRenderer
{
    private readonly CaptionText _text = new();

    public static (string Caption, IReadOnlyList<CaptionWord> Words) Render(RowNode formula)
    {
        var renderer = new CaptionRenderer();
        renderer.AddRow(formula);
        var (text, words) = renderer._text.ToWords();
        return words.Count > 0 ? (text, words) : ("…", [new CaptionWord("…", formula.Start, formula.End)]);
    }

    private static string Plain(RowNode row)
    {
        var renderer = new CaptionRenderer();
        renderer.AddRow(row);
        return renderer._text.ToWords().Text;
    }

    /// <summary>Without the spaces around signs, as above and below a line.</summary>
    private static string Compact(RowNode row)
    {
        var text = Plain(row);
        return row.Items.Count > 1 && row.Items.Any(item => Shape.Core(item) is TextNode or NameNode) ? text : text.Replace(" ", "");
    }

    private void AddRow(RowNode row)
    {
        for (var i = 0; i < row.Items.Count; i++)
        {
            if (NeedsSpace(row.Items, i))
                _text.AddSpace(row.Items[i].Start);
            Add(row.Items[i], row.Items, i);
        }
    }

    /// <summary>A bar above each decimal that repeats.</summary>
    private static string ShowRepeated(string digits) =>
        digits.IndexOf('(') is var bracket and >= 0
            ? digits.Substring(0, bracket) + string.Concat(digits.Substring(bracket + 1).TrimEnd(')').Select(digit => $"{digit}\u0305"))
            : digits;

    private void Add(Node node, IReadOnlyList<Node> row, int at)
    {
        switch (node)
        {
            case NumberNode number:
                Put(ShowRepeated(number.Digits), number);
                break;
            case LetterNode letter:
                Put(Show(letter), letter);
                break;
            case TextNode text:
                Put(text.Words.Replace('\u00A0', ' '), text);
                break;
            case NameNode name:
                Put(SymbolTable.Find(name.Name)?.Unicode ?? name.Name, name);
                break;
            case SymbolNode symbol:
                AddSymbol(symbol, row, at);
                break;
            case ScriptNode script:
                AddScripts(script);
                break;
            case FractionNode fraction:
                AddFraction(fraction, row, at);
                break;
            case RootNode root:
                AddRoot(root);
                break;
            case AccentNode accent:
                AddAccent(accent);
                break;
            case FenceNode fence:
                AddFence(fence);
                break;
            case GridNode grid:
                AddGrid(grid);
                break;
            case StackNode stack:
                _text.AddSpace(stack.Start);
                AddRow(stack.Core);
                Put(UnicodeScripts.Small(Compact(stack.Label), isSuper: true) ?? $"^({Compact(stack.Label)})", stack.Label);
                _text.AddSpace(stack.End);
                break;
            case ModuloNode modulo:
                Put("(mod ", modulo);
                AddRow(modulo.Modulus);
                Put(")", modulo);
                break;
            case OverrideNode given:
                AddRow(given.Body);
                break;
            case RowNode inner:
                AddRow(inner);
                break;
        }
    }

    private void Put(string text, Node node) => _text.Add(text, node.Start, node.End);

    private static string Show(LetterNode letter) =>
        UnicodeLetters.Show(SymbolTable.Find(letter.Name) is { Kind: SymbolKind.Greek } greek ? greek.Unicode : letter.Name, letter.Style);

    private void AddSymbol(SymbolNode symbol, IReadOnlyList<Node> row, int at)
    {
        var isUnary = symbol.Symbol.Kind == SymbolKind.Additive && IsUnary(row, at);
        if (Spaced(symbol.Symbol) && !isUnary)
        {
            _text.AddSpace(symbol.Start);
            Put(symbol.Symbol.Unicode, symbol);
            if (at + 1 < row.Count)
                Put(" ", symbol);
        }
        else if (symbol.Symbol.Key == "colon" && at > 0 && row[at - 1] is NumberNode)
        {
            Put(":", symbol);
        }
        else if (symbol.Symbol.Kind is SymbolKind.Punctuation || symbol.Symbol.Key == "colon")
        {
            Put(symbol.Symbol.Unicode + (at + 1 < row.Count ? " " : ""), symbol);
        }
        else if (symbol.Symbol.Kind == SymbolKind.Space)
        {
            _text.AddSpace(symbol.Start);
        }
        else
        {
            Put(symbol.Symbol.Unicode, symbol);
        }
    }
}
