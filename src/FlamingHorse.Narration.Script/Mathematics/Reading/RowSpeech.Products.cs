using FlamingHorse.Narration.Script.Mathematics.Parsing;
using static FlamingHorse.Narration.Script.Mathematics.Reading.FactorKind;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Products, and what goes between two factors.</summary>
internal sealed partial class RowSpeech
{
    private Phrase ReadProduct()
    {
        var first = ReadFactor();
        var factors = new List<Factor> { first };
        var phrase = first.Phrase;
        var hasTimes = false;
        while (!IsDone && !IsTermEnd(Current) && Shape.Kind(Current) != SymbolKind.Quantifier)
        {
            var start = _at;
            if (IsEvaluation(Current))
            {
                phrase = ReadEvaluation(phrase);
                continue;
            }
            if (Shape.Kind(Current) == SymbolKind.Ellipsis)
            {
                phrase = Phrase.Join(phrase, ReadEllipsisOfTerms(node => Shape.Kind(node) == SymbolKind.Multiplicative));
                continue;
            }
            if (Shape.Key(Current) == "slash" && factors.Count > 0 && !IsTermEnd(Next))
            {
                var quotient = ReadSlash(factors, phrase);
                phrase = quotient.Phrase;
                factors = [quotient];
                continue;
            }
            if (Shape.Kind(Shape.Core(Current!)) == SymbolKind.Multiplicative)
            {
                phrase = ReadMultiplied(phrase, factors, ref hasTimes);
                continue;
            }
            if (Shape.Key(Current) == "triangle")
            {
                phrase = Phrase.Join(phrase, _speaker.Say("symmetric-difference", Current!));
                _at++;
                if (!IsTermEnd(Current))
                    phrase = Phrase.Join(phrase, ReadFactor().Phrase);
                continue;
            }
            if (_context.IsBound && !IsBoundContinued(first))
                break;
            var left = factors[factors.Count - 1];
            var right = ReadFactor();
            var between = Between(left, phrase, right);
            phrase = Phrase.Join(phrase, between, right.Phrase);
            hasTimes |= between.Pieces.Any(piece => !piece.IsPause);
            factors.Add(right);
            if (_at == start)
                _at++;
        }
        // "two times x, plus one" is not "two times x plus one", where the sum is in a bracket.
        return hasTimes ? phrase.AtLeast(Openness.Open) : phrase;
    }

    /// <summary>Of what a quantifier binds, a product is one factor; a number may stand before a letter.</summary>
    private static bool IsBoundContinued(Factor first) => first.Kind == Number && Shape.Integer(first.Node) is not 0;

    private Phrase ReadMultiplied(Phrase phrase, List<Factor> factors, ref bool hasTimes)
    {
        var sign = Current!;
        var left = factors[factors.Count - 1];
        _at++;
        if (Shape.Kind(Current) == SymbolKind.Ellipsis)
            return Phrase.Join(phrase, ReadEllipsisOfTerms(node => Shape.Kind(node) == SymbolKind.Multiplicative));
        if (IsTermEnd(Current))
            return Phrase.Join(phrase, _speaker.Say(SignBetween(sign, left, null), sign));
        var leading = Shape.Kind(Current) == SymbolKind.Additive ? ReadSigned() : null;
        var right = leading is null ? ReadFactor() : new Factor(leading, Number, _items[_at - 1]);
        factors.Add(right);
        var pause = phrase.Openness > Openness.Closed ? Phrase.Pause(sign.Start) : Phrase.Nothing;
        var key = SignBetween(sign, left, right);
        hasTimes |= key == "times";
        return Phrase.Join(phrase, pause, _speaker.Say(key, sign), right.Phrase).AsLoose(phrase.IsLoose);
    }

    /// <summary>What is said between two factors that stand side by side.</summary>
    private Phrase Between(Factor left, Phrase before, Factor right)
    {
        if (right.Phrase.IsEmpty)
            return Phrase.Nothing;
        var at = right.Node.Start;
        if (right.Kind == Differential && left.Kind == Fraction && !_context.IsIntegral && !IsIntegralBefore())
            return Phrase.Join(Phrase.Pause(at), _speaker.Say("times", at, at));
        if (right.Kind == Differential)
        {
            return left.Kind != Differential && (before.Openness > Openness.Closed || _context.IsIntegral || IsIntegralBefore())
                ? Phrase.Pause(at)
                : Phrase.Nothing;
        }

        if (left.Kind == Differential)
            return _context.IsIntegral || IsIntegralBefore() ? Phrase.Pause(at) : Phrase.Nothing;
        if (left.Kind is Words && before.Openness == Openness.Closed || right.Kind is Words)
            return Phrase.Nothing;
        if (left.Kind == Number && right.Kind == NumberFraction)
            return Phrase.Nothing;
        var isOpen = before.Openness > Openness.Closed;
        // "f of x times g of x" needs no breath.
        var needsPause = isOpen && !(left.Kind == Function && before.Openness == Openness.Open);
        var needsTimes =
            isOpen
            || left.Kind == Group
            || right.Kind is Group or Fraction or Number or NumberFraction or Named
            || _speaker.BeginsWithArticle(right.Phrase);
        return Phrase.Join(needsPause ? Phrase.Pause(at) : Phrase.Nothing, needsTimes ? _speaker.Say("times", at, at) : Phrase.Nothing);
    }
}
