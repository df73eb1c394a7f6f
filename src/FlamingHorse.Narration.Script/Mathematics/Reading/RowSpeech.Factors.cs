using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>One factor.</summary>
internal sealed partial class RowSpeech
{
    private Factor ReadFactor()
    {
        var node = Current!;
        if (!_speaker.Enter())
        {
            _at = _end;
            return new Factor(Phrase.Nothing, FactorKind.Words, node);
        }
        var factor = ReadPostfixes(ReadPlainFactor());
        _speaker.Leave();
        return factor;
    }

    private Factor ReadPlainFactor()
    {
        var node = Current!;
        var core = Shape.Core(node);
        if (IsDifferential())
            return ReadDifferential();
        if (Shape.Kind(core) == SymbolKind.Big)
            return ReadBig(node);
        if (core is NameNode name)
            return ReadFunction(node, name);
        if (Shape.Kind(core) == SymbolKind.Prefix)
            return ReadPrefixed(node, (SymbolNode)core);
        if (node is FractionNode or ScriptNode { Core: FractionNode } && node is FractionNode fraction)
            return ReadFraction(fraction);
        if (Shape.Kind(node) == SymbolKind.Quantifier)
            return new Factor(ReadQuantified(), FactorKind.Named, node);
        if (Shape.Kind(node) == SymbolKind.Ellipsis)
        {
            _at++;
            return new Factor(_speaker.Say("and-so-on", node), FactorKind.Ellipsis, node);
        }
        _at++;
        if (node is ScriptNode script)
            return ReadScripted(script);
        return core switch
        {
            NumberNode number => ReadNumber(number),
            LetterNode letter => ReadApplied(new Factor(_speaker.Letter(letter), FactorKind.Letter, node)),
            TextNode text => new Factor(Speaker.Words(text.Words, text.Start, text.End, findsLetters: true), FactorKind.Words, node),
            RootNode root => ReadRoot(root),
            AccentNode accent => ReadApplied(ReadAccent(accent)),
            FenceNode fence => ReadApplied(ReadFence(fence)),
            GridNode grid => new Factor(new GridSpeech(_speaker).Read(grid), FactorKind.Named, node),
            OverrideNode given => new Factor(
                Speaker.Words(given.Reading, given.Start, given.End, findsLetters: true),
                FactorKind.Words,
                node
            ),
            ModuloNode modulo => new Factor(_speaker.Say("mod-of", modulo, _speaker.Read(modulo.Modulus)), FactorKind.Words, node),
            StackNode stack => new Factor(
                _speaker.Say("labelled", stack, _speaker.Read(stack.Core), _speaker.Read(stack.Label)),
                FactorKind.Named,
                node
            ),
            RowNode row => ReadGroup(row, row, isBracket: false),
            SymbolNode { Symbol.Key: "dollar" } dollar when Current is NumberNode amount => ReadAmount(dollar, amount),
            SymbolNode symbol => new Factor(
                _speaker.Say(symbol.Symbol.Key, symbol),
                symbol.Symbol.Key is "dollar" or "percent" ? FactorKind.Words : FactorKind.Letter,
                node
            ),
            _ => new Factor(Phrase.Nothing, FactorKind.Words, node),
        };
    }

    private Factor ReadNumber(NumberNode number)
    {
        if (Current is FractionNode fraction && Operators.IsNumeric(fraction) && Shape.Integer(number) is not null)
        {
            _at++;
            var isHalf = Shape.Integer(fraction.Top) == 1 && Shape.Integer(fraction.Bottom) == 2;
            var mixed = _speaker.Say(isHalf ? "mixed.half" : "mixed", number, _speaker.Number(number), SayFraction(fraction));
            return new Factor(mixed, FactorKind.NumberFraction, number);
        }
        var unit = ReadUnits();
        var phrase = _speaker.Number(number);
        return unit.IsEmpty
            ? new Factor(phrase, FactorKind.Number, number)
            : new Factor(Phrase.Join(phrase, unit), FactorKind.Words, number);
    }

    /// <summary>The symbol is written before the number and said after it.</summary>
    private Factor ReadAmount(SymbolNode dollar, NumberNode amount)
    {
        _at++;
        return new Factor(Phrase.Join(_speaker.Number(amount), _speaker.Say("dollar", dollar)), FactorKind.Words, dollar);
    }

    /// <summary>Factorial, percent and degrees behind a factor.</summary>
    private Factor ReadPostfixes(Factor factor)
    {
        while (Shape.Kind(Current is { } node ? Shape.Core(node) : null) == SymbolKind.Postfix)
        {
            var sign = Current!;
            _at++;
            var key = Shape.Key(Shape.Core(sign))!;
            if (key == "factorial" && Shape.Key(Current) == "factorial")
            {
                key = "factorial2";
                _at++;
            }
            var word = _speaker.Say(key, sign);
            if (sign is ScriptNode script)
                word = WithScripts(word, script);
            factor = new Factor(Suffixed(factor, word), factor.Kind == FactorKind.Number ? FactorKind.Letter : factor.Kind, factor.Node);
        }
        return factor;
    }

    /// <summary>A word behind a factor: of a bracket or of anything that does not end by itself it is said of all.</summary>
    private Phrase Suffixed(Factor factor, Phrase word)
    {
        if (factor.Kind is FactorKind.Group)
            return Phrase.Join(factor.Phrase, Phrase.Pause(factor.Node.End), _speaker.Say("all", factor.Node), word).AtLeast(Openness.Open);
        var pause = factor.Phrase.Openness > Openness.Closed || factor.Kind is FactorKind.Named or FactorKind.Fraction;
        return Phrase
            .Join(factor.Phrase, pause ? Phrase.Pause(factor.Node.End) : Phrase.Nothing, word)
            .AtLeast(pause ? Openness.Open : Openness.Closed);
    }
}
