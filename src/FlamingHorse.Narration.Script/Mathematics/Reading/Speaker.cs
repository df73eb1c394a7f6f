using FlamingHorse.Narration.Script.Mathematics.Parsing;
using FlamingHorse.Narration.Script.Mathematics.Vocabularies;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Puts the words of one language to one formula.</summary>
internal sealed class Speaker(Vocabulary vocabulary, bool tellsCapitals, FormulaEvidence evidence)
{
    private const int MaxDepth = 120;

    private int _depth;

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Letters that are functions in this formula.</summary>
    public HashSet<string> Applied => evidence.Applied;

    /// <summary>The formula is one of statements.</summary>
    public bool IsLogic => evidence.IsLogic;

    /// <summary>The formula contains a quantifier.</summary>
    public bool IsQuantified => evidence.IsQuantified;

    /// <summary>Bars around a set tell how large it is.</summary>
    public bool CountsElements => evidence.CountsElements;

    /// <summary>More was nested than can be read.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>A row as a statement.</summary>
    public Phrase Read(RowNode row, SpeechContext context = default)
    {
        if (_depth >= MaxDepth)
        {
            IsTooDeep = true;
            return Say("formula", row);
        }
        _depth++;
        var phrase = new RowSpeech(this, row.Items, context).ReadStatement();
        _depth--;
        return phrase;
    }

    /// <summary>False where reading is too deep already.</summary>
    public bool Enter()
    {
        if (_depth >= MaxDepth)
            IsTooDeep = true;
        else
            _depth++;
        return !IsTooDeep;
    }

    public void Leave() => _depth--;

    /// <summary>The words of a key with its placeholders filled in.</summary>
    public Phrase Say(string key, Node anchor, params Phrase[] places) => Say(key, anchor.Start, anchor.End, places);

    /// <inheritdoc cref="Say(string, Node, Phrase[])"/>
    public Phrase Say(string key, int start, int end, params Phrase[] places)
    {
        var parts = new List<Phrase>();
        var withoutIs = key.Length > 0 && key[key.Length - 1] == '\0';
        foreach (var part in vocabulary.Template(key.TrimEnd('\0')).Skip(withoutIs ? 1 : 0))
        {
            if (part[0] == '{')
                parts.Add(places[part[1] - '0'].AsLoose(false));
            else if (part == ",")
                parts.Add(Phrase.Pause(start));
            else
                parts.Add(Phrase.Of(new Piece(part, start, end, IsLetterWord(part))));
            if (part[0] == '{' && part.Length > 3) // "{0}th"
                parts[parts.Count - 1] = Suffixed(parts[parts.Count - 1], part.Substring(3));
        }
        return Phrase.Join(parts).As(Openness.Closed).AsLoose(false);
    }

    /// <summary>Words as they are, one piece each.</summary>
    public static Phrase Words(string words, int start, int end, bool findsLetters = false) =>
        Phrase.Join([
            .. words
                .Split([' ', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Phrase.Of(new Piece(word, start, end, findsLetters && IsLetterWord(word)))),
        ]);

    public Phrase Number(NumberNode number) => Words(vocabulary.Numbers.Cardinal(number.Digits), number.Start, number.End);

    public Phrase Letter(LetterNode letter)
    {
        var key = "letter." + letter.Name;
        var name =
            vocabulary.Has(key) ? vocabulary[key]
            : letter.Name.Length > 1 ? char.ToLowerInvariant(letter.Name[0]) + letter.Name.Substring(1)
            : letter.Name;
        var phrase = Phrase.Join([
            .. name.Split(' ')
                .Select(word => Phrase.Of(new Piece(word, letter.Start, letter.End, word.Length == 1 && char.IsLetter(word[0])))),
        ]);
        var isCapital = tellsCapitals && letter.Style != LetterStyle.Blackboard && Shape.IsCapital(letter.Name);
        return isCapital ? Say("capital", letter, phrase) : phrase;
    }

    public static Phrase Suffixed(Phrase phrase, string suffix)
    {
        if (phrase.IsEmpty)
            return phrase;
        var last = phrase.Pieces[phrase.Pieces.Count - 1];
        var rest = phrase.Pieces.Take(phrase.Pieces.Count - 1).Select(Phrase.Of);
        return Phrase.Join([.. rest, Phrase.Of(last with { Text = last.Text + suffix, IsLetter = false })]);
    }

    public bool BeginsWithArticle(Phrase phrase) => !phrase.IsEmpty && vocabulary.BeginsWithArticle(phrase.Pieces[0].Text);

    private static bool IsLetterWord(string word) => word.Length == 1 && word[0] is not ('a' or 'I') && char.IsLetter(word[0]);
}
