using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Subscripts, primes and powers.</summary>
internal sealed partial class RowSpeech
{
    private Factor ReadScripted(ScriptNode script)
    {
        switch (script.Core)
        {
            case null:
                return new Factor(SayBareScripts(script), FactorKind.Letter, script);
            case AccentNode { Accent: "underbrace" or "overbrace" } brace when (script.Sub ?? script.Sup) is { } over:
                var label = _speaker.Read(over);
                return new Factor(
                    Phrase.Join(_speaker.Read(brace.Body), Phrase.Pause(brace.End), label).As(Openness.Wide),
                    FactorKind.Named,
                    script
                );
            case FenceNode fence:
                return ReadScriptedFence(script, fence);
            case LetterNode or AccentNode or NumberNode or TextNode or SymbolNode or OverrideNode:
                if (OrdinalEnding(script.Sup) is { } ending)
                    return new Factor(SayOrdinal(script.Core, ending), FactorKind.Letter, script);
                if (IsNthDerivative(script) is { } order)
                    return ReadApplied(
                        new Factor(_speaker.Say("nth-derivative", script, SayCore(script.Core).Phrase, order), FactorKind.Named, script),
                        "at"
                    );
                if (ReadTemperature(script) is { } temperature)
                    return temperature;
                var scripted = WithScripts(SayCore(script.Core).Phrase, script);
                if (script.Core is NumberNode && ReadUnits() is { IsEmpty: false } unit)
                    return new Factor(Phrase.Join(scripted, unit).As(Openness.Closed), FactorKind.Words, script);
                return ReadApplied(new Factor(scripted, FactorKind.Letter, script));
            default:
                var core = ReadCoreAlone(script.Core);
                return new Factor(WithPower(core, script), core.Kind, script);
        }
    }

    private Factor SayCore(Node core) => ReadCoreAlone(core);

    private Factor ReadCoreAlone(Node core) => new RowSpeech(_speaker, [core], default).ReadFactor();

    private Phrase SayBareScripts(ScriptNode script) =>
        Phrase.Join(
            script.Sub is null ? Phrase.Nothing : _speaker.Read(script.Sub, new(IsScript: true)),
            script.Sup is null ? Phrase.Nothing : _speaker.Read(script.Sup, new(IsScript: true)),
            SayPrimes(script)
        );

    /// <summary>Subscript, primes, power, in this order.</summary>
    private Phrase WithScripts(Phrase core, ScriptNode script)
    {
        var phrase = Phrase.Join(core, SaySub(script), SayPrimes(script));
        if (script.Sup is null)
            return phrase;
        var pause = phrase.Openness > Openness.Closed && script.Sub is not null ? Phrase.Pause(script.Sup.Start) : Phrase.Nothing;
        return Phrase.Join(phrase, pause, SayPower(script, script.Sup));
    }

    /// <summary>Scripts on something that is more than a letter.</summary>
    private Phrase WithPower(Factor core, ScriptNode script)
    {
        var word = WithScripts(Phrase.Nothing, script);
        return Suffixed(core, word).AsLoose(core.Phrase.IsLoose);
    }

    private Phrase SaySub(ScriptNode script)
    {
        if (script.Sub is not { } sub)
            return Phrase.Nothing;
        if (
            Shape.Integer(sub) is { } number
            && number is > 10 and < 45
            && number / 10 is >= 1 and <= 4
            && number % 10 is >= 1 and <= 4
            && Shape.Letter(script.Core) is not null
        )
            return Phrase.Join(SayDigit(number / 10, sub), SayDigit(number % 10, sub));
        if (IsIndexList(sub))
            return Phrase.Join([
                .. sub.Items.Where(item => Shape.Key(item) is not ("comma" or "semicolon")).Select(item => _speaker.Read(RowOf(item))),
            ]);
        var phrase = _speaker.Read(sub, new(WithoutIs: true, IsScript: true));
        var isOver = Shape.Letter(script.Core) is { Name: "E" or "P" } && Shape.Holds(sub, item => Shape.Kind(item) == SymbolKind.Relation);
        return Operators.In(sub)
            ? Phrase.Join(_speaker.Say(isOver ? "sub.over" : "sub", sub), phrase).As(Openness.Wide)
            : phrase.As(Openness.Closed).AsLoose(false);
    }

    private Phrase SayDigit(int digit, Node at) =>
        _speaker.Number(new NumberNode(digit.ToString(System.Globalization.CultureInfo.InvariantCulture), at.Start, at.End));

    /// <summary>Letters and numbers: said one after the other, without a breath.</summary>
    private static bool IsIndexList(RowNode sub) =>
        sub.Items.All(item => item is LetterNode or NumberNode || Shape.Key(item) is "comma" or "semicolon");

    private static RowNode RowOf(Node node) => new([node], node.Start, node.End);

    private Phrase SayPrimes(ScriptNode script)
    {
        if (script.Primes == 0)
            return Phrase.Nothing;
        if (script.Primes <= 3)
            return _speaker.Say("prime" + (char)('0' + script.Primes), script);
        return Phrase.Join([.. Enumerable.Repeat(_speaker.Say("prime1", script), Math.Min(script.Primes, 8))]);
    }

    private Phrase SayPower(ScriptNode script, RowNode sup)
    {
        var core = script.Core;
        if (SingleSign(sup) is { } sign)
            return _speaker.Say(sign, sup);
        if (Shape.Integer(sup) is { } number && !IsSpace(script))
        {
            if (number is 2 or 3)
                return _speaker.Say(number == 2 ? "squared" : "cubed", sup);
            if (number == -1 && IsInvertible(core))
                return _speaker.Say("inverse", sup);
            if (number > 0 && _speaker.Vocabulary.Numbers.Power(number) is { } ordinal)
                return Phrase.Join(_speaker.Say("to-the", sup), Speaker.Words(ordinal, sup.Start, sup.End));
        }
        if (IsTransposed(script, sup))
            return _speaker.Say("transpose", sup);
        if (sup.Items.Count == 2 && Shape.Key(sup.Items[0]) == "minus" && IsTransposed(script, RowOf(sup.Items[1])))
            return Phrase.Join(_speaker.Say("inverse", sup), _speaker.Say("transpose", sup));
        if (
            Shape.LetterName(sup) is "c" or "C"
            && (IsCapitalLetter(core) || core is FenceNode { Open: "(" } set && set.Body.Items.Any(IsCapitalLetter))
        )
            return _speaker.Say("complement", sup);
        if (Suffix(sup) is { } suffix)
            return suffix;
        var content = _speaker.Read(sup, new(WithoutIs: true, IsScript: true));
        if (IsSpace(script) || (Shape.Single(sup) is TextNode or NameNode))
            return content.As(Openness.Closed);
        var phrase = Phrase.Join(_speaker.Say("to-the", sup), WithoutDoubledArticle(content));
        return phrase.As(Operators.In(sup) || phrase.HasPause ? Openness.Wide : Openness.Open).AsLoose(false);
    }

    /// <summary>"to the absolute value", not "to the the absolute value".</summary>
    private Phrase WithoutDoubledArticle(Phrase content) =>
        !content.IsEmpty
        && content.Pieces[0].Text == _speaker.Vocabulary.Template("to-the")[_speaker.Vocabulary.Template("to-the").Count - 1]
            ? Phrase.Join([.. content.Pieces.Skip(1).Select(Phrase.Of)])
            : content;

    /// <summary>(i) of a sample or a step.</summary>
    private Phrase? Suffix(RowNode sup) =>
        Shape.Single(sup) is FenceNode { Open: "(" } fence
            ? Phrase.Join(_speaker.Say("superscript", sup), _speaker.Read(fence.Body, new(IsScript: true)))
            : null;

    private static string? SingleSign(RowNode sup) =>
        Shape.SingleKey(sup) switch
        {
            "star" => "conjugate",
            "compose" or "degree" => "degree",
            "dag" => "dag",
            "plus" => "plus",
            "minus" => "minus",
            "plus-minus" => "plus-minus",
            "perpendicular" or "bot" => "perp",
            "cross" => "cross",
            "infinity" => null,
            _ => null,
        };
}
