using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Statements that "implies", "and" or a word binds, and quantifiers.</summary>
internal sealed partial class RowSpeech
{
    private Phrase ReadClause()
    {
        var (clause, last) = (Phrase.Nothing, Phrase.Nothing);
        while (!IsDone && !IsSeparator(Current))
        {
            var start = _at;
            if (IsConnective(Current))
            {
                var node = Current;
                var words = ReadConnective();
                var isLong = last.Openness == Openness.Wide || (last.HasPause && node is not TextNode);
                var pause = isLong ? Phrase.Pause(words.Pieces[0].Start) : Phrase.Nothing;
                clause = Phrase.Join(clause, pause, words).As(Openness.Closed);
                continue;
            }
            last = ReadQuantifiedOrChain();
            clause = Phrase.Join(clause, last);
            if (_at == start)
                break;
        }
        return clause;
    }

    private bool IsConnective(Node? node) =>
        Shape.Kind(node) == SymbolKind.Logic
        || (node is StackNode stack && Shape.Kind(Shape.Single(stack.Core)) == SymbolKind.Logic)
        || (
            node is TextNode text
            && text.Words.Trim() is { Length: > 0 } words
            && _speaker.Vocabulary.IsConnective(words.Split(' ')[0].TrimEnd(',').ToLowerInvariant())
        );

    private Phrase ReadConnective()
    {
        var node = Current!;
        _at++;
        if (node is TextNode text)
        {
            var words = Speaker.Words(text.Words, text.Start, text.End);
            _context = _context with { WithoutIs = words.Pieces[0].Text is "for" or "with" or "für" or "mit" };
            return words;
        }
        // Behind "implies" a new statement begins, which has its own "is".
        var key = Shape.Key(node is StackNode stack ? Shape.Single(stack.Core) : node)!;
        if (key is "implies" or "iff" or "implied-by")
            _context = _context with { WithoutIs = false };
        return _speaker.Say(key, node);
    }

    private Phrase ReadQuantifiedOrChain() => Shape.Kind(Current) == SymbolKind.Quantifier ? ReadQuantified() : ReadChain();

    private Phrase ReadQuantified()
    {
        if (!_speaker.Enter())
        {
            _at = _end;
            return Phrase.Nothing;
        }
        var sign = Current!;
        _at++;
        var key = Shape.Key(sign)!;
        if (Shape.Key(Current) == "factorial")
        {
            key = "exists-one";
            _at++;
        }
        var phrase = _speaker.Say(key, sign, ReadBound());
        var isExistence = key != "for-all";
        while (IsSeparator(Current) || Shape.Key(Current) is "colon" or "divides" or "bar" || IsSuchThat(Current))
            _at++;
        if (!IsDone && !IsConnective(Current))
        {
            if (isExistence)
            {
                var saved = _context;
                _context = _context with { WithoutIs = true };
                phrase = Phrase.Join(phrase, _speaker.Say("such-that", sign), ReadClause());
                _context = saved;
            }
            else
            {
                _context = _context with { WithoutIs = false };
                phrase = Phrase.Join(phrase, Phrase.Pause(sign.End), ReadClause());
            }
        }
        _speaker.Leave();
        return phrase;
    }

    private static bool IsSuchThat(Node? node) => node is TextNode text && text.Words.Trim() is "such that" or "s.t." or "so dass" or "mit";

    /// <summary>What a quantifier binds: letters, and what is said of them.</summary>
    private Phrase ReadBound()
    {
        var saved = _context;
        _context = _context with { WithoutIs = true, IsBound = true };
        var parts = new List<Phrase>();
        while (!IsDone)
        {
            parts.Add(ReadSum());
            if (Shape.Key(Current) != "comma" || !IsBoundBehindComma(_at + 1))
                break;
            var comma = Current!;
            _at++;
            parts.Add(Shape.Key(Next) == "comma" ? Phrase.Pause(comma.Start) : _speaker.Say("and-last", comma));
        }
        while (Shape.Kind(Current) == SymbolKind.Relation && Shape.Key(Current) is not ("colon" or "divides"))
        {
            var relation = Current!;
            _at++;
            parts.Add(_speaker.Say(WithoutIs(Shape.Key(relation)!), relation));
            parts.Add(ReadSum());
        }
        _context = saved;
        return Phrase.Join(parts);
    }

    /// <summary>x,y∈A binds both: behind the comma stands a letter, then another comma of the kind or a relation.</summary>
    private bool IsBoundBehindComma(int at)
    {
        for (; at + 1 < _end && Shape.Letter(Shape.Core(_items[at])) is not null; at += 2)
        {
            if (Shape.Key(_items[at + 1]) is "in" or "subset" or "subset-equal" or "greater" or "greater-equal")
                return true;
            if (Shape.Key(_items[at + 1]) != "comma")
                return false;
        }
        return false;
    }
}
