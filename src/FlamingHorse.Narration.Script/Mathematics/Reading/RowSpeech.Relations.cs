using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Chains of relations.</summary>
internal sealed partial class RowSpeech
{
    private Phrase ReadChain()
    {
        var start = _at;
        var sides = new List<Phrase> { IsRelation(Current) ? Phrase.Nothing : ReadSum() };
        var signs = new List<Node>();
        while (IsRelation(Current))
        {
            signs.Add(Current!);
            _at++;
            sides.Add(IsRelation(Current) ? Phrase.Nothing : ReadSum());
        }
        if (signs.Count == 0)
            return sides[0];
        if (Shape.Key(signs[0]) == "colon" && ReadMap(signs, sides) is { } map)
            return map;

        var chain = sides[0];
        for (var i = 0; i < signs.Count; i++)
            chain = JoinRelation(chain, signs, sides, i, start);
        return chain;
    }

    /// <summary>"f from A to B", "f maps x to y".</summary>
    private Phrase? ReadMap(List<Node> signs, List<Phrase> sides)
    {
        if (signs.Count != 2 || sides[0].IsEmpty || Shape.Key(CoreOfRelation(signs[1])) is not { } arrow)
            return null;
        return arrow switch
        {
            "to" or "embeds" or "onto" => _speaker.Say("map", signs[0], [.. sides]),
            "maps" => _speaker.Say("map.element", signs[0], [.. sides]).As(sides[2].Openness),
            _ => null,
        };
    }

    private Phrase JoinRelation(Phrase left, List<Node> signs, List<Phrase> sides, int at, int start)
    {
        var sign = signs[at];
        var right = sides[at + 1];
        if (IsEllipsisOnly(right) && at + 1 < signs.Count)
            return left; // said with the next side
        if (at > 0 && IsEllipsisOnly(sides[at]))
            return Phrase.Join(left, Phrase.Pause(sign.Start), sides[at], _speaker.Say("up-to", sign), right);

        var key = RelationKey(sign);
        var needsPause = sides[at].IsLong && key != "colon" && !(at == 0 && IsPair(Before(sign)) && IndexOf(sign) == start + 1);
        if (key == "colon" && !left.IsEmpty)
            return Phrase.Join(left, Phrase.Pause(sign.Start), right);
        if (_context.WithoutIs || left.IsEmpty || IsInequalities(signs))
            key = WithoutIs(key);
        else if (at > 0 && IsIs(key) && !IsIs(RelationKey(signs[at - 1])))
            return Phrase.Join(left, _speaker.Say("which", sign), SayRelation(sign, key), right);
        return Phrase.Join(left, needsPause ? Phrase.Pause(sign.Start) : Phrase.Nothing, SayRelation(sign, key), right);
    }

    private Phrase SayRelation(Node sign, string key)
    {
        var words = _speaker.Say(key, CoreOfRelation(sign));
        if (key == "to" && sign is StackNode { Label: var by })
            return _speaker.Say("to.labelled", sign, _speaker.Read(by));
        var label = sign switch
        {
            StackNode stack => stack.Label,
            ScriptNode script => script.Sub ?? script.Sup,
            _ => null,
        };
        return
            label is null || key.StartsWith("converges.", StringComparison.Ordinal) || key.StartsWith("defined", StringComparison.Ordinal)
            ? words
            : _speaker.Say("labelled", sign, words, _speaker.Read(label));
    }

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

    /// <summary>Between statements an arrow is no limit: the formula holds "and", "or" or "not", or a quantifier binds what is applied.</summary>
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
    private bool IsInequalities(List<Node> signs) => signs.Count > 1 && signs.TrueForAll(sign => IsIs(Shape.Key(CoreOfRelation(sign))!));

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

    /// <summary>(x,y): the comma in it is no breath that another must answer.</summary>
    private static bool IsPair(Node? node) => node is FenceNode { Open: "(" } fence && Shape.HoldsComma(fence.Body);

    private static bool IsNumber(Node? node) => node is NumberNode;

    private static bool IsRelation(Node? node) =>
        node is not null && (Shape.Kind(CoreOfRelation(node)) == SymbolKind.Relation || IsSeparatingBar(node));

    private static bool IsSeparatingBar(Node? node) => Shape.Key(node) is "bar" or "norm";

    private static Node CoreOfRelation(Node node) =>
        node is StackNode stack && Shape.Single(stack.Core) is { } core ? core : Shape.Core(node);

    private static bool IsEllipsisOnly(Phrase phrase) => phrase.Pieces.Count == 3 && phrase.Pieces[0].Text is "and" or "und";

    private bool Holds(Func<Node, bool> isSought)
    {
        for (var i = 0; i < _end; i++)
        {
            if (isSought(_items[i]))
                return true;
        }
        return false;
    }

    private int IndexOf(Node node)
    {
        for (var i = 0; i < _end; i++)
        {
            if (ReferenceEquals(_items[i], node))
                return i;
        }
        return -1;
    }

    private Node? Before(Node node) => IndexOf(node) is var at and > 0 ? _items[at - 1] : null;

    private Node? After(Node node) => IndexOf(node) is var at && at + 1 < _end ? _items[at + 1] : null;
}
