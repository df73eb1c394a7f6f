using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Sets, inner products and what is evaluated.</summary>
internal sealed partial class RowSpeech
{
    private Phrase SaySet(FenceNode fence)
    {
        var body = fence.Body;
        if (body.Items.Count == 0)
            return _speaker.Say("emptyset", fence);
        var bar = IndexOfCondition(body);
        if (bar > 0)
        {
            var condition = new SpeechContext(WithoutIs: true);
            var left = new RowSpeech(_speaker, body.Items, 0, bar, condition).ReadStatement();
            var right = new RowSpeech(_speaker, body.Items, bar + 1, body.Items.Count, condition).ReadStatement();
            return _speaker.Say("set.all", fence, left.AsLoose(false), right).As(Openness.Wide);
        }
        var phrase = new RowSpeech(_speaker, body.Items, default).ReadStatement();
        var isOne = !Shape.HoldsComma(body) && !Shape.Holds(body, item => Shape.Kind(item) == SymbolKind.Ellipsis);
        return _speaker.Say(isOne ? "set.one" : "set", fence, phrase).As(phrase.HasPause ? Openness.Wide : Openness.Open);
    }

    private static int IndexOfCondition(RowNode body)
    {
        for (var i = 1; i < body.Items.Count - 1; i++)
        {
            if (Shape.Key(body.Items[i]) is "divides" or "bar" or "colon")
                return i;
        }
        return -1;
    }

    private Phrase SayAngles(FenceNode fence)
    {
        var bars = fence.Body.Items.Count(item => Shape.Key(item) is "bar" or "divides");
        var parts = new List<Phrase>();
        var start = 0;
        for (var i = 0; i <= fence.Body.Items.Count; i++)
        {
            var isEnd = i == fence.Body.Items.Count;
            if (!isEnd && Shape.Key(fence.Body.Items[i]) is not ("bar" or "divides"))
                continue;
            parts.Add(new RowSpeech(_speaker, fence.Body.Items, start, i, default).ReadStatement());
            start = i + 1;
        }
        if (bars == 1)
            return _speaker.Say("braket", fence, [.. parts]).As(Openness.Open);
        if (bars == 2)
            return _speaker.Say("sandwich", fence, [.. parts]).As(Openness.Open);
        if (
            Shape.Single(fence.Body) is FenceNode { Open: "lvert", Close: "rvert" } middle
            || fence.Body.Items.Count == 3 && fence.Body.Items[1] is FenceNode { Open: "lvert" }
        )
        {
            return SayAnglesAroundBars(fence);
        }

        var isPair = Shape.HoldsComma(fence.Body);
        var body = new RowSpeech(_speaker, fence.Body.Items, default).ReadArguments();
        return _speaker
            .Say(isPair ? "inner" : "average", fence, body)
            .As(Operators.In(fence.Body) || body.HasPause ? Openness.Wide : Openness.Open);
    }

    /// <summary>⟨φ|H|ψ⟩, whose bars pair as if they held H.</summary>
    private Phrase SayAnglesAroundBars(FenceNode fence)
    {
        var items = fence.Body.Items;
        if (items.Count != 3)
            return _speaker.Say("average", fence, _speaker.Read(fence.Body));
        return _speaker
            .Say(
                "sandwich",
                fence,
                _speaker.Read(RowOf(items[0])),
                _speaker.Read(((FenceNode)items[1]).Body),
                _speaker.Read(RowOf(items[2]))
            )
            .As(Openness.Open);
    }

    /// <summary>A bar with something below it and nothing that it closes.</summary>
    private static bool IsEvaluation(Node? node) => node is ScriptNode { Sub: not null, Core: SymbolNode { Symbol.Key: "bar" or "rvert" } };

    private Phrase ReadEvaluation(Phrase phrase)
    {
        var script = (ScriptNode)Current!;
        _at++;
        return SayEvaluated(phrase, script);
    }

    private Phrase SayEvaluated(Phrase phrase, ScriptNode script)
    {
        var sub = _speaker.Read(script.Sub!, new(IsScript: true));
        if (script.Sup is { } sup)
            return _speaker.Say("evaluated.from-to", script, phrase, sub, _speaker.Read(sup, new(IsScript: true))).As(Openness.Wide);
        var isSet = Shape.LetterName(script.Sub) is { } name && Shape.IsCapital(name);
        return _speaker.Say(isSet ? "restricted" : "evaluated.at", script, phrase, sub).As(Openness.Wide);
    }
}
