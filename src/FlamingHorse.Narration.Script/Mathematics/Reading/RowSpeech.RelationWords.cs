using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>What a relation is called.</summary>
internal sealed partial class RowSpeech
{
    private string RelationKey(Node sign)
    {
        var key = Shape.Key(CoreOfRelation(sign))!;
        switch (key)
        {
            case "to" when sign is StackNode stack && Convergence(stack.Label) is { } kind:
                return kind;
            case "equals"
                when sign is StackNode { Label: var label } && Shape.Single(label) is TextNode { Words: "def" } or NameNode { Name: "def" }:
                return "defined";
            case "to" when IsImplication(sign):
                return "implies";
            case "equivalent" or "not-equivalent" when Holds(IsModulo):
                return key == "equivalent" ? "congruent-mod" : "not-congruent-mod";
            case "congruent" when Holds(node => Shape.Key(node) is "triangle" or "angle"):
                return "congruent-figure";
            case "equivalent" when Shape.Integer(After(sign)) is not null:
                return "identically";
            case "similar" when IsDistribution(sign):
                return "distributed";
            case "divides" or "bar":
                return _context.IsScript ? "dividing" : "divides";
            case "norm":
                return "parallel";
            case "colon" when IsNumber(Before(sign)) && IsNumber(After(sign)):
                return "ratio";
            default:
                return key;
        }
    }

    /// <summary>
    /// Between statements an arrow is no limit: the formula holds "and", "or" or "not", or a quantifier binds what is applied.
    /// </summary>
    private bool IsImplication(Node sign) => _speaker.IsLogic || (_speaker.IsQuantified && Shape.Bracket(Before(sign)) is not null);

    private static string? Convergence(RowNode label)
    {
        var name = Shape.Single(label) switch
        {
            LetterNode letter => letter.Name,
            TextNode text => text.Words.Trim(),
            NameNode name1 => name1.Name,
            _ => null,
        };
        return name switch
        {
            "d" or "D" or "dist" => "converges.distribution",
            "p" or "P" or "prob" => "converges.probability",
            "a.s." or "as" or "f.s." => "converges.surely",
            _ => null,
        };
    }

    /// <summary>The relation without its "is", where the table has words that begin so.</summary>
    private string WithoutIs(string key) => IsIs(key) ? key + "\0" : key;

    private bool IsIs(string key) =>
        _speaker.Vocabulary.Has(key)
        && _speaker.Vocabulary.Has("is")
        && _speaker.Vocabulary[key].StartsWith(_speaker.Vocabulary["is"] + " ", StringComparison.Ordinal);

    /// <summary>0 &lt; x &lt; 1 is said without "is" altogether.</summary>
    private bool IsInequalities(List<Node> signs) =>
        signs.Count > 1
        && signs.TrueForAll(sign => IsIs(Shape.Key(CoreOfRelation(sign))!) && IsComparison(Shape.Key(CoreOfRelation(sign))!));

    private static bool IsComparison(string key) =>
        key.IndexOf("less", StringComparison.Ordinal) >= 0 || key.IndexOf("greater", StringComparison.Ordinal) >= 0;

    private bool IsDistribution(Node sign) =>
        Shape.Letter(Shape.Core(Before(sign)!)) is { } letter
            && Shape.IsCapital(letter.Name)
            && IndexOf(sign) + 2 < _end
            && Shape.Bracket(_items[IndexOf(sign) + 2]) is not null
        || _context.IsScript && Shape.Letter(After(sign)) is { Name: "p" or "P" or "q" or "D" or "N" };

    private static bool IsModulo(Node node) =>
        node is ModuloNode or NameNode { Name: "mod" }
        || Shape.Key(node) == "mod"
        || (node is FenceNode fence && fence.Body.Items.Any(IsModulo));
}
