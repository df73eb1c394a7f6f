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
}
