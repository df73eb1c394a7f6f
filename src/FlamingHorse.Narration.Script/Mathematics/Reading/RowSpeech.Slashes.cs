using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Fractions that are written with a slash.</summary>
internal sealed partial class RowSpeech
{
    private Factor ReadSlash(List<Factor> factors, Phrase top)
    {
        var sign = Current!;
        _at++;
        var topNode = new RowNode([.. factors.Select(factor => factor.Node)], factors[0].Node.Start, factors[factors.Count - 1].Node.End);
        var start = _at;
        var bottom = ReadSlashBottom(factors);
        var bottomNode = new RowNode([.. _items.Skip(start).Take(_at - start)], sign.End, bottom.Node.End);
        if (
            Shape.Single(topNode) is NumberNode
            && Shape.Single(bottomNode) is NumberNode
            && new FractionNode(topNode, bottomNode, false, topNode.Start, bottomNode.End) is var plain
            && Operators.IsNumeric(plain)
        )
        {
            return new Factor(SayFraction(plain), FactorKind.NumberFraction, plain);
        }

        if (factors[0].Kind == FactorKind.Differential && bottom.Kind == FactorKind.Differential)
        {
            return new Factor(
                Phrase.Join(top, _speaker.Say("derivative.by", sign), bottom.Phrase).As(Openness.Open),
                FactorKind.Fraction,
                topNode
            );
        }

        var phrase = SayOver(new FractionNode(topNode, bottomNode, false, topNode.Start, bottomNode.End), top, bottom.Phrase);
        return new Factor(phrase, FactorKind.Fraction, new FractionNode(topNode, bottomNode, false, topNode.Start, bottomNode.End));
    }

    /// <summary>
    /// Letters that stand together behind a slash belong together; behind a number only where the numerator is no number.
    /// </summary>
    private Factor ReadSlashBottom(List<Factor> factors)
    {
        var factor = ReadFactor();
        while (
            factor.Kind is FactorKind.Letter or FactorKind.Number
            && factor.Phrase.Openness == Openness.Closed
            && !IsDone
            && !IsDifferential()
            && !(factors[0].Kind == FactorKind.Number && factor.Kind == FactorKind.Number)
            && Shape.Core(Current!) is LetterNode or AccentNode
        )
        {
            var right = ReadFactor();
            factor = new Factor(Phrase.Join(factor.Phrase, right.Phrase), right.Kind, factor.Node);
        }
        return factor;
    }
}
