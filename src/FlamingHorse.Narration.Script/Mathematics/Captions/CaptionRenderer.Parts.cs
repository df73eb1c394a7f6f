using FlamingHorse.Narration.Script.Mathematics.Parsing;
using FlamingHorse.Narration.Script.Mathematics.Reading;

namespace FlamingHorse.Narration.Script.Mathematics.Captions;

/// <summary>Scripts, fractions, roots, accents, delimiters and grids.</summary>
internal sealed partial class CaptionRenderer
{
    private void AddScripts(ScriptNode script)
    {
        if (script.Core is { } core)
        {
            if (core is FractionNode || core is RowNode { Items.Count: > 1 })
                AddBracketed(new RowNode([core], core.Start, core.End), script);
            else
                Add(core, [core], 0);
        }
        if (script.Primes > 0)
        {
            Put(
                script.Primes switch
                {
                    2 => "″",
                    3 => "‴",
                    var primes => new string('′', Math.Min(primes, 8)),
                },
                script
            );
        }

        AddScript(script.Sub, isSuper: false);
        AddScript(script.Sup, isSuper: true);
    }

    private void AddScript(RowNode? row, bool isSuper)
    {
        if (row is null || row.Items.Count == 0)
            return;
        if (isSuper && Shape.SingleKey(row) is "compose" or "degree")
        {
            Put("°", row);
            return;
        }
        if (isSuper && Shape.SingleKey(row) is "star" or "dag" or "top")
        {
            Put(
                Shape.SingleKey(row) switch
                {
                    "star" => "*",
                    "dag" => "†",
                    _ => "ᵀ",
                },
                row
            );
            return;
        }
        var text = Compact(row);
        if (UnicodeScripts.Small(text, isSuper) is { } small)
            Put(small, row);
        else if (text.Length == 1 || (!isSuper && row.Items.Count == 1 && row.Items[0] is NameNode or TextNode))
            Put((isSuper ? "^" : "_") + text, row);
        else
            Put($"{(isSuper ? "^" : "_")}({text})", row);
    }

    private void AddFraction(FractionNode fraction, IReadOnlyList<Node> row, int at)
    {
        if (fraction.IsBinomial)
        {
            Put("C(", fraction);
            AddRow(fraction.Top);
            Put(", ", fraction);
            AddRow(fraction.Bottom);
            Put(at + 1 < row.Count && row[at + 1] is not SymbolNode ? ") " : ")", fraction);
            return;
        }
        // 1½ and ½ have no brackets; beside other factors a fraction has.
        if (at > 0 && row[at - 1] is not SymbolNode)
            _text.AddSpace(fraction.Start);
        AddSide(fraction.Top, fraction);
        Put("/", fraction);
        AddSide(fraction.Bottom, fraction);
        if (at + 1 < row.Count && row[at + 1] is not SymbolNode && !(row[at + 1] is ScriptNode { Core: SymbolNode }))
            _text.AddSpace(fraction.End);
    }

    private void AddSide(RowNode side, FractionNode fraction)
    {
        if (side.Items.Count <= 1 && Shape.Single(side) is not FractionNode || IsDifferentials(side) || IsApplication(side))
            AddRow(side);
        else
            AddBracketed(side, fraction);
    }

    private static bool IsApplication(RowNode side) =>
        side.Items.Count == 2
        && (
            Shape.Kind(side.Items[1]) == SymbolKind.Postfix
            || (side.Items[1] is FenceNode { Open: "(" } && Shape.Letter(Shape.Core(side.Items[0])) is not null)
        );

    private static bool IsDifferentials(RowNode side) =>
        side.Items.Count == 2 && (Shape.IsDifferentialSign(side.Items[0]) || side.Items[0] is LetterNode { Name: "Delta" });

    private void AddBracketed(RowNode row, Node at)
    {
        Put("(", at);
        AddRow(row);
        Put(")", at);
    }

    private void AddRoot(RootNode root)
    {
        var sign = Shape.Integer(root.Index) switch
        {
            3 => "∛",
            4 => "∜",
            _ when root.Index is { } index => (UnicodeScripts.Small(Plain(index), isSuper: true) ?? $"({Plain(index)})") + "√",
            _ => "√",
        };
        Put(sign, root);
        if (root.Body.Items.Count <= 1 && Shape.Single(root.Body) is not FractionNode)
            AddRow(root.Body);
        else
            AddBracketed(root.Body, root);
    }
}
