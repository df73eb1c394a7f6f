using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>
/// Reads a row from left to right, by how its signs bind: lists of clauses, of relations, of terms, of factors. One instance reads one row.
/// </summary>
internal sealed partial class RowSpeech
{
    private readonly Speaker _speaker;
    private readonly IReadOnlyList<Node> _items;
    private readonly int _end;
    private SpeechContext _context;
    private int _at;

    public RowSpeech(Speaker speaker, IReadOnlyList<Node> items, SpeechContext context)
        : this(speaker, items, 0, items.Count, context) { }

    private RowSpeech(Speaker speaker, IReadOnlyList<Node> items, int at, int end, SpeechContext context) =>
        (_speaker, _items, _at, _end, _context) = (speaker, items, at, end, context);

    private bool IsDone => _at >= _end;

    private Node? Current => _at < _end ? _items[_at] : null;

    private Node? Next => _at + 1 < _end ? _items[_at + 1] : null;

    /// <summary>All of it, with a breath between the parts of a list.</summary>
    public Phrase ReadStatement()
    {
        var parts = new List<Phrase>();
        foreach (var (phrase, _) in ReadList())
        {
            if (parts.Count > 0)
                parts.Add(Phrase.Pause(phrase.IsEmpty ? 0 : phrase.Pieces[0].Start));
            parts.Add(phrase);
        }
        if (parts.Count == 0 && _items.Count > 0)
            return Phrase.Join([.. _items.OfType<SymbolNode>().Take(1).Select(item => _speaker.Say(item.Symbol.Key, item))]);
        return parts.Count == 1 ? parts[0] : Phrase.Join(parts);
    }

    /// <summary>All of it as arguments: the last with "and" before it.</summary>
    public Phrase ReadArguments()
    {
        var list = ReadList();
        if (list.Count < 2 || list.Exists(part => part.IsOpenList))
            return JoinPaused(list);
        var last = list[list.Count - 1].Phrase;
        var before = list.GetRange(0, list.Count - 1);
        var and = last.IsEmpty ? Phrase.Nothing : _speaker.Say("and-last", last.Pieces[0].Start, last.Pieces[0].Start);
        var needsPause = list.Count > 2 || list.Exists(part => part.Phrase.IsLong);
        var pause = needsPause ? Phrase.Pause(0) : Phrase.Nothing;
        return Phrase.Join(JoinPaused(before), pause, and, last);
    }

    private static Phrase JoinPaused(List<(Phrase Phrase, bool IsOpenList)> list)
    {
        var parts = new List<Phrase>();
        foreach (var (phrase, _) in list)
        {
            if (parts.Count > 0)
                parts.Add(Phrase.Pause(0));
            parts.Add(phrase);
        }
        return Phrase.Join(parts);
    }

    /// <summary>The clauses between commas; true with one that stands for those left out.</summary>
    private List<(Phrase Phrase, bool IsOpenList)> ReadList()
    {
        var list = new List<(Phrase, bool)>();
        while (!IsDone)
        {
            if (IsSeparator(Current))
            {
                _at++;
                continue;
            }
            var start = _at;
            var isEllipsis = Shape.Kind(Current) == SymbolKind.Ellipsis && (Next is null || IsSeparator(Next));
            var phrase = isEllipsis ? ReadEllipsisOfList(list.Count > 0) : ReadClause();
            if (_at == start)
                _at++;
            if (!phrase.IsEmpty)
                list.Add((phrase, isEllipsis));
        }
        return list;
    }

    private Phrase ReadEllipsisOfList(bool isContinued)
    {
        var dots = _speaker.Say("and-so-on", Current!);
        var up = _speaker.Say("up-to", Current!);
        _at++;
        var at = _at;
        while (IsSeparator(Current) && !IsDone)
            _at++;
        if (!isContinued || IsDone)
        {
            _at = IsDone ? _at : at;
            return dots;
        }
        return Phrase.Join(dots, up, ReadClause());
    }

    private static bool IsSeparator(Node? node) => Shape.Kind(node) is SymbolKind.Punctuation or SymbolKind.Space;
}
