using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Derivatives that are written as fractions.</summary>
internal sealed partial class RowSpeech
{
    /// <summary>"d y by d x"; of an operator also what it acts on.</summary>
    private Factor? ReadDerivative(FractionNode fraction)
    {
        var top = fraction.Top.Items;
        var bottom = fraction.Bottom.Items;
        if (
            top.Count == 0
            || bottom.Count < 2
            || !IsDerivativeSign(top[0])
            || !IsDerivativeSign(bottom[0])
            || Shape.Kind(bottom[1]) == SymbolKind.Additive
        )
        {
            return null;
        }

        if (
            top.Count > 1 && Shape.Kind(top[1]) is SymbolKind.Additive or SymbolKind.Relation
            || Shape.Holds(fraction.Bottom, item => IsAdditive(item))
        )
        {
            return null;
        }

        var phrase = Phrase.Join(
            SayDifferentials(top, "partial"),
            _speaker.Say("derivative.by", fraction),
            SayDifferentials(bottom, "partial.below")
        );
        if (top.Count > 1 && Shape.Bracket(Current) is { Body: var place } && (Shape.HoldsComma(place) || !Operators.In(place)))
            return Apply(phrase, fraction, _items[_at++], "at");
        if (top.Count > 1)
            return new Factor(phrase.As(Openness.Open), FactorKind.Fraction, fraction);
        if (IsTermEnd(Current) && !IsDone)
            return new Factor(phrase.As(Openness.Closed), FactorKind.Fraction, fraction);
        var of = _speaker.Say("of", fraction.End, fraction.End);
        var body = IsDone ? Phrase.Nothing : ReadProduct();
        return new Factor(
            Phrase.Join(phrase, of, body).As(body.IsLong ? Openness.Wide : Openness.Open).AsLoose(false),
            FactorKind.Fraction,
            fraction
        );
    }

    private static bool IsDerivativeSign(Node node) =>
        Shape.IsDifferentialSign(node)
        || (Shape.Core(node) is LetterNode { Name: "D", Style: LetterStyle.Upright or LetterStyle.Plain } && node is LetterNode);

    private Phrase SayDifferentials(IReadOnlyList<Node> items, string partial)
    {
        var parts = new List<Phrase>();
        for (var i = 0; i < items.Count; i++)
        {
            if (Shape.Key(Shape.Core(items[i])) == "partial")
            {
                var sign = _speaker.Say(partial, items[i]);
                parts.Add(items[i] is ScriptNode { Sup: not null } power ? Phrase.Join(sign, SayPower(power, power.Sup)) : sign);
                continue;
            }
            var end = i + 1;
            while (end < items.Count && !Shape.IsDifferentialSign(items[end]))
                end++;
            var isSign = Shape.IsDifferentialSign(items[i]) && items[i] is LetterNode;
            var row = new RowSpeech(_speaker, items, i, isSign ? i + 1 : end, default);
            parts.Add(row.ReadStatement());
            i = isSign ? i : end - 1;
        }
        return Phrase.Join(parts);
    }
}
