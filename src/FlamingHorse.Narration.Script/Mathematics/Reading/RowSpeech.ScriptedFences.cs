using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Powers and subscripts behind delimiters.</summary>
internal sealed partial class RowSpeech
{
    private Factor ReadScriptedFence(ScriptNode script, FenceNode fence)
    {
        if (
            fence.Open is "." or "["
            && fence.Close is "rvert" or "]"
            && (script.Sup is not null || fence.Open == ".")
            && script.Sub is not null
        )
        {
            return new Factor(SayEvaluated(_speaker.Read(fence.Body), script), FactorKind.Named, script);
        }

        if (fence.Open == "lnorm" && script.Sub is { } norm)
        {
            var name =
                Shape.LetterName(norm) == "F"
                    ? _speaker.Say("norm.F", norm)
                    : _speaker.Read(norm, new(IsScript: true, IsIndexOfNorm: true));
            var body = _speaker.Read(fence.Body).AsLoose(false);
            var phrase = _speaker.Say("norm.indexed", script, body, name).As(Operators.In(fence.Body) ? Openness.Wide : Openness.Open);
            var factor = new Factor(phrase, FactorKind.Named, script);
            return script.Sup is null ? factor : factor with { Phrase = WithPower(factor, script with { Sub = null }) };
        }
        if (fence.Open == "lbrace" && script is { Sub: { } range, Sup: null })
        {
            return new Factor(
                _speaker
                    .Say("sequence.over", script, _speaker.Read(fence.Body), _speaker.Read(range, new(WithoutIs: true, IsScript: true)))
                    .As(Openness.Wide),
                FactorKind.Named,
                script
            );
        }

        if (fence.Open == "lbrace" && script.Sub is { } index && script.Sup?.Items.Count > 0)
        {
            return new Factor(
                _speaker
                    .Say(
                        "sequence.from-to",
                        script,
                        _speaker.Read(fence.Body),
                        _speaker.Read(index, new(IsScript: true)),
                        _speaker.Read(script.Sup)
                    )
                    .As(Openness.Wide),
                FactorKind.Named,
                script
            );
        }

        var core = ReadFence(fence);
        if (core.Kind == FactorKind.Group && IsAtom(fence.Body) && !(fence.Body.Items.Count == 2 && IsSquareOrCube(script)))
            return new Factor(WithScripts(core.Phrase, script), FactorKind.Letter, script);
        return
            new Factor(WithPower(core, script), core.Kind == FactorKind.Group ? FactorKind.Group : core.Kind, script)
                is { Kind: FactorKind.Group } group
            ? group with
            {
                Kind = FactorKind.Named,
            }
            : new Factor(WithPower(core, script), core.Kind, script);
    }

    /// <summary>(-3)^2 is no -3^2: "minus three squared" would be both.</summary>
    private static bool IsSquareOrCube(ScriptNode script) => script.Sup is { } sup && Shape.Integer(sup) is 2 or 3;

    /// <summary>One letter or number, with a sign at most: (-1)^n.</summary>
    private static bool IsAtom(RowNode body)
    {
        var items =
            body.Items.Count == 2 && Shape.Kind(body.Items[0]) == SymbolKind.Additive && body.Items[1] is NumberNode
                ? body.Items.Skip(1).ToList()
                : body.Items;
        return items.Count == 1 && items[0] is LetterNode or NumberNode or AccentNode;
    }
}
