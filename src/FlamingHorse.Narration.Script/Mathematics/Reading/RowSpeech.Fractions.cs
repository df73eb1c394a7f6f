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
            return new Factor(
                Phrase.Join(
                    _speaker.Say("minus", fraction.Top.Items[0]),
                    SayFraction(fraction with { Top = RowOf(fraction.Top.Items[1]) })
                ),
                FactorKind.NumberFraction,
                fraction
            );
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

    /// <summary>A breath before "over" where the numerator or the denominator holds an operator, and "all" where only the numerator does.</summary>
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
            return null;
        if (
            top.Count > 1 && Shape.Kind(top[1]) is SymbolKind.Additive or SymbolKind.Relation
            || Shape.Holds(fraction.Bottom, item => IsAdditive(item))
        )
            return null;
        var phrase = Phrase.Join(
            SayDifferentials(top, "partial"),
            _speaker.Say("derivative.by", fraction),
            SayDifferentials(bottom, "partial.below")
        );
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
        return new Factor(_speaker.Say(accent.Accent, accent, body), FactorKind.Letter, accent);
    }

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
            return new Factor(SayFraction(plain), FactorKind.NumberFraction, plain);
        if (factors[0].Kind == FactorKind.Differential && bottom.Kind == FactorKind.Differential)
            return new Factor(
                Phrase.Join(top, _speaker.Say("derivative.by", sign), bottom.Phrase).As(Openness.Open),
                FactorKind.Fraction,
                topNode
            );
        var phrase = SayOver(new FractionNode(topNode, bottomNode, false, topNode.Start, bottomNode.End), top, bottom.Phrase);
        return new Factor(phrase, FactorKind.Fraction, new FractionNode(topNode, bottomNode, false, topNode.Start, bottomNode.End));
    }

    /// <summary>Letters that stand together behind a slash belong together; behind a number only where the numerator is no number.</summary>
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
