using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Sums, products, integrals.</summary>
internal sealed partial class RowSpeech
{
    private Factor ReadBig(Node node)
    {
        _at++;
        var sign = Shape.Core(node);
        var key = Shape.Key(sign)!;
        var head = _speaker.Say(key, sign);
        if (node is ScriptNode script)
            head = SayRange(script, head);
        return key.EndsWith("integral", StringComparison.Ordinal) ? ReadIntegrand(node, head) : ReadBody(node, head, alwaysOf: false);
    }

    private Phrase SayRange(ScriptNode script, Phrase head)
    {
        var context = new SpeechContext(WithoutIs: true, IsScript: true);
        var from = script.Sub is { Items.Count: > 0 } sub ? new RowSpeech(_speaker, sub.Items, context).ReadArguments() : null;
        var to = script.Sup is { Items.Count: > 0 } sup ? _speaker.Read(sup, context) : null;
        return (from, to) switch
        {
            ({ } low, { } high) => _speaker.Say("big.from-to", script, head, low, high),
            ({ } range, null) => _speaker.Say("big.over", script, head, range),
            (null, { } high) => _speaker.Say("big.up-to", script, head, high),
            _ => head,
        };
    }

    /// <summary>Behind "over i" another word may be needed than behind "from one to n".</summary>
    private static string OfKey(Node sign) => sign is ScriptNode { Sub: not null, Sup: null } ? "of" : "big.of";

    /// <summary>What a sum or a limit is of: one term.</summary>
    private Factor ReadBody(Node node, Phrase head, bool alwaysOf)
    {
        var body =
            IsTermEnd(Current) && !IsAdditive(Current) || (IsAdditive(Current) && (Next is null || !alwaysOf))
                ? Phrase.Nothing
                : ReadSigned();
        var of = body.IsEmpty && !(alwaysOf && IsDone) ? Phrase.Nothing : _speaker.Say(alwaysOf ? "of" : OfKey(node), node.End, node.End);
        return new Factor(Phrase.Join(head, of, body).As(Openness.Wide).AsLoose(false), FactorKind.Named, node);
    }

    /// <summary>What an integral is of: everything to its differentials, else one term.</summary>
    private Factor ReadIntegrand(Node node, Phrase head)
    {
        var end = FindIntegrandEnd();
        if (end <= _at)
            return ReadBody(node, head, alwaysOf: false);
        var body = new RowSpeech(_speaker, _items, _at, end, new SpeechContext(IsIntegral: true)).ReadStatement();
        _at = end;
        return new Factor(
            Phrase.Join(head, _speaker.Say(OfKey(node), node.End, node.End), body).As(Openness.Wide).AsLoose(false),
            FactorKind.Named,
            node
        );
    }

    private int FindIntegrandEnd()
    {
        var saved = _at;
        var open = 0;
        for (; _at < _end; _at++)
        {
            if (
                Shape.Kind(Shape.Core(Current!)) == SymbolKind.Big
                && Shape.Key(Shape.Core(Current!))!.EndsWith("integral", StringComparison.Ordinal)
            )
                open++;
            if (IsRelation(Current) && !IsEvaluation(Current) || IsSeparator(Current) || Shape.Kind(Current) == SymbolKind.Logic)
                break;
            if (!IsDifferential())
                continue;
            var isFirst = _at == saved;
            while (IsDifferential())
            {
                _at += 2;
                if (Shape.Bracket(Current) is not null && !isFirst && Shape.Kind(Next) is not null)
                    _at++;
                if (open > 0 && !IsDifferential())
                    break;
            }
            if (isFirst && !IsTermEnd(Current))
            {
                _at--;
                continue; // \int dx f(x), as physicists write
            }
            if (open > 0)
            {
                open--;
                _at--;
                continue;
            }
            var end = _at;
            _at = saved;
            return end;
        }
        var last = _at;
        _at = saved;
        return IsDifferentialBefore(last) ? last : saved;
    }

    private bool IsDifferentialBefore(int end) =>
        end - 2 >= _at && Shape.IsDifferentialSign(_items[end - 2]) && Shape.Letter(Shape.Core(_items[end - 1])) is not null;

    /// <summary>A d before what it is the differential of.</summary>
    private bool IsDifferential() =>
        Current is not null
        && Shape.Core(Current) is LetterNode { Name: "d", Style: LetterStyle.Plain or LetterStyle.Upright }
        && Current is LetterNode or ScriptNode { Sub: null, Sup: not null, Primes: 0 }
        && Next is not null
        && Shape.Letter(Shape.Core(Next)) is { } letter
        && (_context.IsIntegral || IsIntegralBefore() || letter.Name != "d")
        && !(_at + 2 < _end && Current is ScriptNode && Shape.Letter(Shape.Core(Next)) is null);

    private bool IsIntegralBefore()
    {
        for (var i = 0; i < _at; i++)
        {
            if (Shape.Key(Shape.Core(_items[i]))?.EndsWith("integral", StringComparison.Ordinal) == true)
                return true;
        }
        return false;
    }

    private Factor ReadDifferential()
    {
        var node = Current!;
        _at++;
        var sign = Shape.Core(node) is LetterNode letter ? _speaker.Letter(letter) : Phrase.Nothing;
        if (node is ScriptNode { Sup: not null } script)
            sign = Phrase.Join(sign, SayPower(script, script.Sup));
        var variable = Current is ScriptNode scripted ? ReadScripted(Skip(scripted)) : ReadVariable();
        return new Factor(Phrase.Join(sign, variable.Phrase), FactorKind.Differential, node);
    }

    private ScriptNode Skip(ScriptNode node)
    {
        _at++;
        return node;
    }

    private Factor ReadVariable()
    {
        var node = Current!;
        _at++;
        var head = node is AccentNode accent ? ReadAccent(accent) : new Factor(_speaker.Letter((LetterNode)node), FactorKind.Letter, node);
        return Shape.Letter(node) is { Name: "mu" or "F" or "G" or "nu" or "P" } ? ReadApplied(head) : head;
    }
}
