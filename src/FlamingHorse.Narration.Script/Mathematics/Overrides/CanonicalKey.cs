using System.Text;
using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Overrides;

/// <summary>A tree as text: two trees that look the same have the same.</summary>
internal static class CanonicalKey
{
    public static string Of(RowNode row)
    {
        var key = new StringBuilder();
        Append(row, key);
        return key.ToString();
    }

    private static void Append(Node? node, StringBuilder key)
    {
        switch (node)
        {
            case null:
                key.Append('-');
                break;
            case RowNode row:
                foreach (var item in row.Items)
                    Append(item, key);
                break;
            case NumberNode number:
                key.Append('#').Append(number.Digits).Append(';');
                break;
            case LetterNode letter:
                key.Append('L').Append(letter.Style is LetterStyle.Upright ? 0 : (int)letter.Style).Append(letter.Name).Append(';');
                break;
            case TextNode text:
                key.Append('"').Append(text.Words.Trim()).Append('"');
                break;
            case NameNode name:
                key.Append('N').Append(name.Name).Append(';');
                break;
            case SymbolNode symbol:
                key.Append('\\').Append(symbol.Symbol.Key).Append(';');
                break;
            case OverrideNode given:
                Append(given.Body, key);
                break;
            default:
                AppendParts(node, key);
                break;
        }
    }

    private static void AppendParts(Node node, StringBuilder key)
    {
        var (name, parts) = node switch
        {
            FractionNode fraction => (fraction.IsBinomial ? "C" : "F", [fraction.Top, fraction.Bottom]),
            RootNode root => ("R", [root.Index, root.Body]),
            ScriptNode script => ("S" + script.Primes, new Node?[] { script.Core, script.Sub, script.Sup }),
            AccentNode accent => ("A" + accent.Accent, [accent.Body]),
            FenceNode fence => ($"{fence.Open}…{fence.Close}", [fence.Body]),
            StackNode stack => ("T", [stack.Core, stack.Label]),
            ModuloNode modulo => ("M", [modulo.Modulus]),
            GridNode grid => ("G" + grid.Environment, [.. grid.Rows.SelectMany(row => row)]),
            _ => ("?", []),
        };
        key.Append(name).Append('(');
        foreach (var part in parts)
        {
            Append(part, key);
            key.Append(',');
        }
        key.Append(')');
    }
}
