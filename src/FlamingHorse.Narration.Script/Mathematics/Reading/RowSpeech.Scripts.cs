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
                return ReadApplied(ReadScriptedFence(script, fence));
            case LetterNode or AccentNode or NumberNode or TextNode or SymbolNode or OverrideNode:
                if (OrdinalEnding(script.Sup) is { } ending)
                    return new Factor(SayOrdinal(script.Core, ending), FactorKind.Letter, script);
                if (IsNthDerivative(script) is { } order)
                {
                    return ReadApplied(
                        new Factor(_speaker.Say("nth-derivative", script, SayCore(script.Core).Phrase, order), FactorKind.Named, script),
                        "at"
                    );
                }

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
        {
            return Phrase.Join(SayDigit(number / 10, sub), SayDigit(number % 10, sub));
        }

        if (IsIndexList(sub))
        {
            return Phrase.Join([
                .. sub.Items.Where(item => Shape.Key(item) is not ("comma" or "semicolon")).Select(item => _speaker.Read(RowOf(item))),
            ]);
        }

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
}
