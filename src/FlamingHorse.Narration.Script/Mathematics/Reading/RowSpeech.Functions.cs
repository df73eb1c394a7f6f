using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Functions with names.</summary>
internal sealed partial class RowSpeech
{
    private static readonly HashSet<string> AlwaysOf = ["arcsin", "arccos", "arctan", "arccot", "sinh", "cosh", "tanh", "coth", "hom"];

    private Factor ReadFunction(Node node, NameNode name)
    {
        _at++;
        var script = node as ScriptNode;
        var key = KeyOf(name);
        if (key is "lim" or "limsup" or "liminf" or "name.lim")
            return ReadLimit(node, key, script?.Sub);
        if (_context.IsScript && _end == 1)
        {
            return new Factor(
                _speaker.Vocabulary.Has(key)
                && key.StartsWith("name.", StringComparison.Ordinal)
                && !_speaker.BeginsWithArticle(_speaker.Say(key, name))
                    ? _speaker.Say(key, name)
                    : Speaker.Words(name.Name, name.Start, name.End),
                FactorKind.Words,
                node
            );
        }

        if (key == "arg" && Current is not null && Shape.Core(Current) is NameNode { Name: "min" or "max" } extreme)
            (node, script, name, key) = (Current, Current as ScriptNode, extreme, "arg" + extreme.Name);
        if (key is "argmin" or "argmax" && ReferenceEquals(node, Current))
            _at++;
        var known = _speaker.Vocabulary.Has(key);
        var head = known ? _speaker.Say(key, name) : Speaker.Words(name.Name, name.Start, name.End, findsLetters: true);
        var takesArgument = known && !key.StartsWith("name.", StringComparison.Ordinal) || _speaker.BeginsWithArticle(head);
        var needsOf = AlwaysOf.Contains(key) || _speaker.BeginsWithArticle(head);
        var power = Phrase.Nothing;
        if (script is not null)
            (head, power, needsOf) = SayScriptsOfName(script, key, head, needsOf);
        if (!takesArgument && Shape.Bracket(Current, square: true) is null)
            return new Factor(Phrase.Join(head, power), !known || key == name.Name ? FactorKind.Function : FactorKind.Words, node);
        return ReadArgumentOf(node, head, power, needsOf);
    }

    /// <summary>The key of a name that the table knows; else one that it cannot have.</summary>
    private string KeyOf(NameNode name) =>
        _speaker.Vocabulary.Has("name." + name.Name) ? "name." + name.Name
        : Parsing.SymbolTable.Find(name.Name) is { Kind: SymbolKind.Function } ? name.Name
        : "name." + name.Name;

    private (Phrase Head, Phrase Power, bool NeedsOf) SayScriptsOfName(ScriptNode script, string key, Phrase head, bool needsOf)
    {
        var isLog = key is "log" or "lg";
        if (script.Sub is { } sub)
        {
            var phrase = _speaker.Read(sub, new(WithoutIs: true, IsScript: true));
            if (isLog)
                (head, needsOf) = (_speaker.Say("log.base", script, phrase), true);
            else if (_speaker.BeginsWithArticle(head))
                head = _speaker.Say("big.over", script, head, phrase);
            else
                head = Phrase.Join(head, phrase);
        }
        if (script.Sup is not { } sup)
            return (head, Phrase.Nothing, needsOf);
        if (Shape.Integer(sup) == -1)
            return (_speaker.Say("inverse-function", script, head), Phrase.Nothing, true);
        var power = WithScripts(Phrase.Nothing, script with { Sub = null, Core = null });
        return _speaker.BeginsWithArticle(head)
            ? (head, power, true)
            : (Phrase.Join(head, power), Phrase.Nothing, needsOf || power.Openness > Openness.Closed);
    }

    private Factor ReadArgumentOf(Node node, Phrase head, Phrase power, bool needsOf)
    {
        if (
            Shape.Bracket(Current, square: true) is not null
            || Shape.Core(Current ?? node) is FenceNode { Open: "lbrace" } or FenceNode { Open: "lvert" } && needsOf
        )
        {
            var bracket = Current!;
            if (Shape.Core(bracket) is FenceNode { Open: not "lvert" } braces && (braces.Open != "lbrace" || IndexOfBar(braces.Body) < 0))
            {
                _at++;
                return WithPowerBehind(Apply(head, node, bracket, "of"), power);
            }
        }
        var argument = ReadArgumentRun();
        if (argument is null)
            return new Factor(Phrase.Join(head, power), FactorKind.Function, node);
        var (phrase, isSimple) = argument.Value;
        var of = needsOf || !isSimple ? _speaker.Say("of", node.End, node.End) : Phrase.Nothing;
        var openness = of.IsEmpty ? phrase.Openness : Openness.Open;
        var joined = Phrase.Join(head, of, phrase).As(openness > phrase.Openness ? openness : phrase.Openness).AsLoose(false);
        return WithPowerBehind(new Factor(joined, FactorKind.Function, node), power);
    }

    private static Factor WithPowerBehind(Factor applied, Phrase power) =>
        power.IsEmpty ? applied : applied with { Phrase = Phrase.Join(applied.Phrase, Phrase.Pause(applied.Node.End), power) };

    /// <summary>What a function without brackets acts on: letters and numbers side by side, or one other factor.</summary>
    private (Phrase Phrase, bool IsSimple)? ReadArgumentRun()
    {
        var factors = new List<Factor>();
        var phrase = Phrase.Nothing;
        while (
            !IsDone
            && !IsTermEnd(Current)
            && !IsDifferential()
            && !IsEvaluation(Current)
            && Shape.Kind(Shape.Core(Current!)) is not (SymbolKind.Multiplicative or SymbolKind.Quantifier or SymbolKind.Ellipsis)
        )
        {
            var isAtom = Shape.Core(Current!) is LetterNode or NumberNode or AccentNode || Shape.Kind(Current) == SymbolKind.Ordinary;
            if (factors.Count > 0 && !isAtom)
                break;
            var factor = ReadFactor();
            phrase =
                factors.Count == 0
                    ? factor.Phrase
                    : Phrase.Join(phrase, Between(factors[factors.Count - 1], phrase, factor), factor.Phrase);
            factors.Add(factor);
            if (!isAtom || factor.Kind == FactorKind.Function || phrase.Openness > Openness.Closed)
                break;
        }
        if (factors.Count == 0 && Shape.Key(Current) == "minus" && Next is not null)
        {
            var negative = ReadSigned();
            return (negative, true);
        }
        if (factors.Count == 0)
            return null;
        var isSimple =
            factors[0].Kind is FactorKind.Letter or FactorKind.Number or FactorKind.Words
            || (factors[0].Kind == FactorKind.Function && !_speaker.BeginsWithArticle(phrase));
        return (phrase, isSimple && phrase.Openness == Openness.Closed);
    }
}
