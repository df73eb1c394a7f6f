using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Signs before what they act on.</summary>
internal sealed partial class RowSpeech
{
    private Factor ReadPrefixed(Node node, SymbolNode sign)
    {
        _at++;
        switch (sign.Symbol.Key)
        {
            case "nabla":
                return ReadNabla(node);
            case "partial":
                return ReadPartial(node, sign);
            case "square-root" when !IsTermEnd(Current):
                var body = ReadFactor().Phrase;
                return new Factor(_speaker.Say("root2", sign, body).As(Openness.Open), FactorKind.Named, node);
            case "not" when !IsTermEnd(Current):
                var negated = ReadFactor();
                var pause = negated.Phrase.IsLoose ? Phrase.Pause(node.End) : Phrase.Nothing;
                return new Factor(Phrase.Join(_speaker.Say("not", sign), pause, negated.Phrase), negated.Kind, node);
            default:
                return new Factor(_speaker.Say(sign.Symbol.Key, sign), FactorKind.Words, node);
        }
    }

    private Factor ReadNabla(Node node)
    {
        var key = "gradient";
        if (Shape.Key(Current) is "dot" or "cross" && !IsTermEnd(Next))
        {
            key = Shape.Key(Current) == "dot" ? "divergence" : "curl-of";
            _at++;
        }
        else if (node is ScriptNode { Sup: { } sup } && Shape.Integer(sup) == 2)
        {
            key = "laplacian";
        }
        if (IsTermEnd(Current) || Shape.Kind(Current) == SymbolKind.Multiplicative || Shape.Kind(Current) == SymbolKind.Close)
        {
            var word = _speaker.Say("nabla", node);
            return new Factor(node is ScriptNode alone ? WithScripts(word, alone) : word, FactorKind.Letter, node);
        }
        var operand = ReadFactor();
        var by = node is ScriptNode { Sub: { } sub } ? _speaker.Read(sub, new(IsScript: true)) : Phrase.Nothing;
        if (!by.IsEmpty && key == "gradient")
            key = "gradient.over";
        var openness = operand.Phrase.IsLong ? Openness.Wide : Openness.Open;
        return new Factor(_speaker.Say(key, node, operand.Phrase, by).As(openness), FactorKind.Named, node);
    }

    /// <summary>The boundary of a region below an integral; else "partial", with what it is for.</summary>
    private Factor ReadPartial(Node node, SymbolNode sign)
    {
        if (_context.IsScript && node is SymbolNode && Current is LetterNode region && Shape.IsCapital(region.Name))
        {
            _at++;
            return new Factor(_speaker.Say("boundary", node, _speaker.Letter(region)), FactorKind.Named, node);
        }
        var word = _speaker.Say("partial.alone", sign);
        return new Factor(node is ScriptNode script ? WithScripts(word, script) : word, FactorKind.Letter, node);
    }
}
