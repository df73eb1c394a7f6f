using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Sums and differences.</summary>
internal sealed partial class RowSpeech
{
    private Phrase ReadSum()
    {
        if (!_speaker.Enter())
        {
            _at = _end;
            return Phrase.Nothing;
        }
        var sum = ReadSigned();
        while (IsAdditive(Current))
        {
            var sign = Current!;
            _at++;
            var word = SaySign(sign);
            if (Shape.Kind(Current) == SymbolKind.Ellipsis)
            {
                sum = Phrase.Join(sum, ReadEllipsisOfTerms(IsAdditive));
                continue;
            }
            var term = IsTermEnd(Current) && !IsAdditive(Current) ? Phrase.Nothing : ReadSigned();
            var before = sum.Openness > Openness.Closed ? Phrase.Pause(sign.Start) : Phrase.Nothing;
            sum = Phrase.Join(sum, before, word, term.IsLoose ? Phrase.Pause(sign.End) : Phrase.Nothing, term).AsLoose(false);
        }
        _speaker.Leave();
        return sum;
    }

    /// <summary>"and so on", and up to what; the sign before the last is not said.</summary>
    private Phrase ReadEllipsisOfTerms(Func<Node?, bool> isSign)
    {
        var dots = Current!;
        _at++;
        var phrase = Phrase.Join(Phrase.Pause(dots.Start), _speaker.Say("and-so-on", dots));
        if (isSign(Current) && Next is not null)
            _at++;
        return IsTermEnd(Current)
            ? phrase
            : Phrase.Join(phrase, _speaker.Say("up-to", dots), isSign == IsAdditive ? ReadSigned() : ReadFactor().Phrase);
    }

    /// <summary>A product with the signs before it.</summary>
    private Phrase ReadSigned()
    {
        var signs = Phrase.Nothing;
        while (IsAdditive(Current))
        {
            signs = Phrase.Join(signs, SaySign(Current!));
            _at++;
        }
        if (IsTermEnd(Current))
            return signs;
        var product = ReadProduct();
        if (signs.IsEmpty)
            return product;
        return Phrase.Join(signs, product.IsLoose ? Phrase.Pause(0) : Phrase.Nothing, product);
    }

    private Phrase SaySign(Node sign) =>
        _speaker.Say(Shape.Key(Shape.Core(sign)) is "direct-sum" && !IsOfCapitals(sign) ? "xor" : Shape.Key(Shape.Core(sign))!, sign);

    private bool IsOfCapitals(Node sign) =>
        Before(sign) is not { } before || Shape.Letter(Shape.Core(before)) is not { } letter || Shape.IsCapital(letter.Name);

    private bool IsAdditive(Node? node) => node is not null && Shape.Kind(Shape.Core(node)) == SymbolKind.Additive;

    /// <summary>No factor begins here.</summary>
    private bool IsTermEnd(Node? node) =>
        node is null
        || Shape.Kind(node) is SymbolKind.Punctuation or SymbolKind.Space or SymbolKind.Logic or SymbolKind.Additive or SymbolKind.Relation
        || IsAdditive(node)
        || IsRelation(node) && !IsEvaluation(node)
        || IsConnective(node)
        || (Shape.Kind(node) == SymbolKind.Quantifier && _context.IsBound);
}
