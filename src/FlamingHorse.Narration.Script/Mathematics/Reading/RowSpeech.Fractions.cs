using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Fractions, derivatives as fractions, binomials and roots.</summary>
internal sealed partial class RowSpeech
{
    private Factor ReadFraction(FractionNode fraction)
    {
        _at++;
        if (fraction.IsBinomial)
        {
            var isSimple = !Operators.In(fraction.Top);
            var choose = _speaker.Say("choose", fraction, _speaker.Read(fraction.Top), Phrase.Join(_speaker.Read(fraction.Bottom)));
            if (!isSimple)
                choose = SayPausedChoose(fraction);
            return new Factor(choose.As(Operators.In(fraction.Bottom) ? Openness.Wide : Openness.Open), FactorKind.Fraction, fraction);
        }
        if (Operators.IsNumeric(fraction))
            return new Factor(SayFraction(fraction), FactorKind.NumberFraction, fraction);
        if (
            Shape.Key(fraction.Top.Items.Count == 2 ? fraction.Top.Items[0] : null) == "minus"
            && Operators.IsNumeric(fraction with { Top = RowOf(fraction.Top.Items[1]) })
        )
        {
            return new Factor(
                Phrase.Join(
                    _speaker.Say("minus", fraction.Top.Items[0]),
                    SayFraction(fraction with { Top = RowOf(fraction.Top.Items[1]) })
                ),
                FactorKind.NumberFraction,
                fraction
            );
        }

        if (ReadDerivative(fraction) is { } derivative)
            return derivative;
        return new Factor(SayOver(fraction, _speaker.Read(fraction.Top), _speaker.Read(fraction.Bottom)), FactorKind.Fraction, fraction);
    }

    private Phrase SayPausedChoose(FractionNode fraction)
    {
        var bottom = _speaker.Say("choose", fraction, Phrase.Nothing, _speaker.Read(fraction.Bottom));
        return Phrase.Join(_speaker.Read(fraction.Top), Phrase.Pause(fraction.Start), bottom);
    }

    /// <summary>"five twelfths".</summary>
    private Phrase SayFraction(FractionNode fraction)
    {
        var words = _speaker.Vocabulary.Numbers.Fraction(Shape.Integer(fraction.Top)!.Value, Shape.Integer(fraction.Bottom)!.Value)!;
        return Speaker.Words(words, fraction.Start, fraction.End);
    }

    /// <summary>
    /// A breath before "over" where the numerator or the denominator holds an operator, and "all" where only the numerator does.
    /// </summary>
    private Phrase SayOver(Node fraction, Phrase top, Phrase bottom, Node? topNode = null, Node? bottomNode = null)
    {
        var isTop = Operators.In(topNode ?? (fraction as FractionNode)?.Top);
        var isBottom = Operators.In(bottomNode ?? (fraction as FractionNode)?.Bottom);
        var key =
            isTop && !isBottom ? "all-over"
            : isTop || isBottom || top.Openness > Openness.Closed || top.HasPause ? "over.paused"
            : "over.plain";
        return _speaker
            .Say(key, fraction, top, bottom)
            .As(isBottom || top.HasPause || isTop ? Openness.Wide : Openness.Open)
            .AsLoose(isTop);
    }

    private Factor ReadRoot(RootNode root)
    {
        var body = _speaker.Read(root.Body).AsLoose(false);
        var phrase = (Shape.Integer(root.Index), root.Index) switch
        {
            (2, _) or (_, null) => _speaker.Say("root2", root, body),
            (3, _) => _speaker.Say("root3", root, body),
            _ when SayOrder(root.Index) is { } order => _speaker.Say("rootn", root, body, order),
            _ => _speaker.Say("root.of-order", root, body, _speaker.Read(root.Index)),
        };
        return new Factor(phrase.As(Operators.In(root.Body) || body.HasPause ? Openness.Wide : Openness.Open), FactorKind.Named, root);
    }

    private Factor ReadAccent(AccentNode accent)
    {
        var body = _speaker.Read(accent.Body).AsLoose(false);
        if (Operators.In(accent.Body) && accent.Accent is not ("underbrace" or "overbrace" or "vec" or "underline"))
        {
            return new Factor(
                Phrase.Join(
                    body,
                    Phrase.Pause(accent.End),
                    _speaker.Say("all", accent),
                    _speaker.Say(accent.Accent, accent, Phrase.Nothing)
                ),
                FactorKind.Letter,
                accent
            );
        }

        return new Factor(_speaker.Say(accent.Accent, accent, body), FactorKind.Letter, accent);
    }
}
