using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Letters before brackets.</summary>
internal sealed partial class RowSpeech
{
    /// <summary>The letter with its arguments, where the bracket behind it holds arguments.</summary>
    private Factor ReadApplied(Factor head, string of = "of")
    {
        if (Current is not { } node)
            return head;
        var isFunction = Shape.Core(head.Node) is FenceNode group
            ? IsFunctionGroup(group) && Shape.Bracket(node) is { Body.Items.Count: > 0 }
            : head.Kind is FactorKind.Letter or FactorKind.Named && IsArgument(head.Node, node);
        if (!isFunction)
            return head;
        _at++;
        return Apply(head.Phrase, head.Node, node, of);
    }

    /// <summary>"f of x"; a power on the bracket is one of it all.</summary>
    private Factor Apply(Phrase head, Node headNode, Node bracket, string of)
    {
        var fence = (FenceNode)Shape.Core(bracket);
        var arguments = ReadArguments(fence.Body);
        var isWide = Operators.In(fence.Body) || arguments.HasPause;
        var phrase = Phrase
            .Join(
                head,
                head.Openness == Openness.Wide || headNode is ScriptNode { Core: FenceNode } ? Phrase.Pause(bracket.Start) : Phrase.Nothing,
                _speaker.Say(of, bracket.Start, bracket.Start),
                arguments.AsLoose(false)
            )
            .As(isWide ? Openness.Wide : Openness.Open)
            .AsLoose(false);
        if (bracket is ScriptNode script)
        {
            var word = WithScripts(Phrase.Nothing, script);
            var all = _speaker.Say(script.Sup is null ? "sub" : "all", bracket);
            phrase = Phrase.Join(phrase, Phrase.Pause(bracket.End), all, word).As(Openness.Open);
        }
        return new Factor(phrase, FactorKind.Function, headNode);
    }

    /// <summary>The arguments; a bar among them is "given".</summary>
    private Phrase ReadArguments(RowNode body)
    {
        var context = new SpeechContext(WithoutIs: true);
        var bar = IndexOfBar(body);
        if (bar < 0)
            return new RowSpeech(_speaker, body.Items, context).ReadArguments();
        var left = new RowSpeech(_speaker, body.Items, 0, bar, context).ReadArguments();
        var right = new RowSpeech(_speaker, body.Items, bar + 1, body.Items.Count, context).ReadArguments();
        var key = Shape.Key(body.Items[bar]) is "norm" or "parallel" ? "and-last" : "given";
        return Phrase.Join(left, _speaker.Say(key, body.Items[bar]), right);
    }

    private static int IndexOfBar(RowNode body)
    {
        for (var i = 1; i < body.Items.Count - 1; i++)
        {
            if (Shape.Key(body.Items[i]) is "divides" or "bar" or "norm" or "parallel")
                return i;
        }
        return -1;
    }

    private bool IsArgument(Node head, Node bracket)
    {
        var core = Shape.Core(head);
        var letter = Shape.Letter(core);
        if (_context.IsBound || letter is null)
            return false;
        if (letter.Style == LetterStyle.Calligraphic && Shape.Core(bracket) is FenceNode { Open: "lbrace" } transformed)
            return IndexOfBar(transformed.Body) < 0;
        var fence = Shape.Bracket(bracket, square: IsSquareToo(letter));
        if (fence is null || fence.Body.Items.Count == 0)
            return false;
        if (
            letter.Name == "P"
            && letter.Style == LetterStyle.Plain
            && bracket is ScriptNode { Sup: not null }
            && Operators.In(fence.Body)
            && !Shape.HoldsComma(fence.Body)
        )
        {
            return false; // compound interest: P(1+r)^n
        }

        if (head is ScriptNode { Sup: { } sup } && !IsPowerOfFunction(letter, sup))
            return Shape.HoldsComma(fence.Body) || IndexOfBar(fence.Body) > 0 || IsSpaceOfSet(letter);
        return IsFunctionLetter(letter)
            || _speaker.Applied.Contains(letter.Name)
            || head is ScriptNode { Primes: > 0 }
            || Shape.HoldsComma(fence.Body)
            || IndexOfBar(fence.Body) > 0
            || HoldsSetOperator(fence.Body)
            || (!Operators.In(fence.Body) && letter.Name is not ("i" or "e" or "pi" or "d"));
    }

    /// <summary>(f∘g), (f+g): functions and what makes one of them.</summary>
    private bool IsFunctionGroup(FenceNode group) =>
        group is { Open: "(", Close: ")", Body.Items.Count: > 1 } && group.Body.Items.All(IsFunctionOrOperator);

    private bool IsFunctionOrOperator(Node node) =>
        Shape.Key(node) is "compose"
        || Shape.Kind(node) is SymbolKind.Additive
        || Shape.Letter(Shape.Core(node)) is { Name: "f" or "g" or "h" or "F" or "G" }
        || Shape.Letter(Shape.Core(node)) is { } letter && _speaker.Applied.Contains(letter.Name);

    private static bool IsSpaceOfSet(LetterNode letter) => letter.Name is "L" or "C" or "H" or "W" or "ell";

    /// <summary>f^2(x) applies f, x^2(y) multiplies.</summary>
    private bool IsPowerOfFunction(LetterNode letter, RowNode sup) =>
        IsFunctionLetter(letter)
        || _speaker.Applied.Contains(letter.Name)
        || (Shape.Integer(sup) == -1 && Shape.IsCapital(letter.Name))
        || SingleSign(sup) is "conjugate" or "plus" or "minus" or "dag"
        || Shape.Single(sup) is FenceNode;

    private static bool IsSquareToo(LetterNode letter) =>
        letter.Name is "E" or "P" or "x" or "y" or "h" || letter.Style is LetterStyle.Blackboard or LetterStyle.Calligraphic;

    private static bool HoldsSetOperator(RowNode body) =>
        Shape.Holds(body, item =>
            Shape.Kind(item) is SymbolKind.Relation || Shape.Key(item) is "union" or "intersection" or "set-minus" or "and" or "or"
        );
}
