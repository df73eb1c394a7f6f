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
        else if (at > 0 && IsIs(key) && Shape.Key(signs[at - 1]) != "colon") // behind a colon a new statement begins
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

    /// <summary>(x,y): the comma in it is not a pause that needs a second one.</summary>
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
