using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Differentials, and where what an integral is of ends.</summary>
internal sealed partial class RowSpeech
{
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
            {
                open++;
            }

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
