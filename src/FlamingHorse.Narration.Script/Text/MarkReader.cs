using System.Text;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>The scanner behind <see cref="MarkedText.Parse"/>. One instance reads one text.</summary>
internal sealed class MarkReader(string text)
{
    private static readonly string[] _otherElements =
    [
        "audio",
        "desc",
        "emphasis",
        "lang",
        "lexicon",
        "lookup",
        "meta",
        "metadata",
        "p",
        "phoneme",
        "prosody",
        "s",
        "say-as",
        "speak",
        "sub",
        "token",
        "voice",
        "w",
    ];

    private readonly StringBuilder _caption = new(text.Length);
    private readonly List<TextMark> _marks = [];
    private readonly List<(int Offset, int Length)> _removed = [];
    private readonly List<TextPause> _pauses = [];
    private readonly List<MarkupProblem> _wrongBreaks = [];
    private readonly List<MarkupProblem> _others = [];
    private readonly HashSet<string> _identifiers = new(StringComparer.OrdinalIgnoreCase);
    private int _at;
    private string? _problem;

    public MarkedText Read()
    {
        var copied = 0;
        for (var open = text.IndexOf('<'); open >= 0; open = text.IndexOf('<', _at))
        {
            _at = open + 1;
            var element = ReadElementName();
            if (element is null)
            {
                NoteOther(open);
                continue;
            }

            if (string.Equals(element, "break", StringComparison.OrdinalIgnoreCase))
            {
                if (ReadBreak(element) is { } pause)
                {
                    _caption.Append(text, copied, open - copied);
                    PartWords();
                    _pauses.Add(new TextPause(_caption.Length, pause, open, _at - open));
                    copied = SkipSecondSpace(open);
                }
                else
                {
                    _wrongBreaks.Add(
                        new MarkupProblem(
                            $"'{Excerpt(open)}' is not a pause that can be read. Write <break time='400ms'/>, from 10ms to 10s.",
                            open,
                            Excerpt(open).Length
                        )
                    );
                    _at = open + 1;
                }
                continue;
            }

            var name = ReadMark(element);
            if (name is null)
            {
                _problem ??= $"'{Excerpt(open)}' is not a complete mark. Write <mark name='row'/> with a name of your own.";
                _at = open + 1;
                continue;
            }

            CheckName(name);
            _caption.Append(text, copied, open - copied);
            _marks.Add(new TextMark(name, _caption.Length));
            copied = SkipSecondSpace(open);
        }

        _caption.Append(text, copied, text.Length - copied);
        return new MarkedText
        {
            Caption = _caption.ToString(),
            Marks = _marks,
            Removed = _removed,
            Pauses = _pauses,
            WrongBreaks = _wrongBreaks,
            OtherElements = _others,
            Problem = _problem,
        };
    }

    /// <summary>Behind the element, and behind one space where there is one before it already.</summary>
    private int SkipSecondSpace(int open)
    {
        var end = _at;
        if (_caption.Length > 0 && WhiteSpace.Is(_caption[_caption.Length - 1]) && end < text.Length && WhiteSpace.Is(text[end]))
            end++;
        _removed.Add((_caption.Length, end - open));
        return end;
    }

    /// <summary>A pause parts words, also where its author left no space.</summary>
    private void PartWords()
    {
        if (_caption.Length > 0 && !WhiteSpace.Is(_caption[_caption.Length - 1]) && _at < text.Length && !WhiteSpace.Is(text[_at]))
        {
            _caption.Append(' ');
            _removed.Add((_caption.Length, -1));
        }
    }

    /// <summary>Milliseconds, with <see cref="_at"/> behind the break; null when it is malformed.</summary>
    private int? ReadBreak(string element)
    {
        if (element != "break")
            return null; // <Break …>: XML knows small letters only
        int? pause = null;
        while (true)
        {
            SkipSpace();
            if (Take("/>") || Take("></break>"))
                return pause;
            if (pause is not null || ReadAttribute() is not { Name: "time" } attribute)
                return null;
            pause = BreakTime.Read(attribute.Value);
            if (pause is null)
                return null;
        }
    }

    /// <summary>An element of SSML 1.1 that means nothing here; any other angle bracket is text.</summary>
    private void NoteOther(int open)
    {
        var start = open + 1 < text.Length && text[open + 1] == '/' ? open + 2 : open + 1;
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-'))
            end++;
        if (
            end < text.Length
            && (WhiteSpace.Is(text[end]) || text[end] is '/' or '>')
            && text.IndexOf('>', end) >= 0
            && Array.IndexOf(_otherElements, text.Substring(start, end - start)) >= 0
        )
        {
            _others.Add(
                new MarkupProblem(
                    $"'{Excerpt(open)}' is SSML that no voice here follows; it is read aloud as it stands. Remove it: <mark name='…'/> and "
                        + "<break time='…'/> are what a text may hold.",
                    open,
                    Excerpt(open).Length
                )
            );
        }
    }

    private void CheckName(string name)
    {
        if (CSharpName.Of(name) is not { } identifier)
            _problem ??= $"The mark '{name}' needs a name with at least one letter or digit, because it becomes a name in C#.";
        else if (!_identifiers.Add(identifier))
            _problem ??= $"The mark '{name}' stands twice in this text. Give each mark a name of its own.";
    }

    /// <summary>"mark", "bookmark" or "break" when one of them begins here as an element; case is looked at later.</summary>
    private string? ReadElementName()
    {
        foreach (var element in (string[])["mark", "bookmark", "break"])
        {
            if (string.Compare(text, _at, element, 0, element.Length, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            var end = _at + element.Length;
            if (end < text.Length && !WhiteSpace.Is(text[end]) && text[end] is not ('/' or '>'))
                continue;
            var written = text.Substring(_at, element.Length);
            _at = end;
            return written;
        }
        return null;
    }

    /// <summary>The mark's name with <see cref="_at"/> behind the mark, or null when it is malformed.</summary>
    private string? ReadMark(string element)
    {
        var wanted = element switch
        {
            "mark" => "name",
            "bookmark" => "mark",
            _ => null,
        };
        if (wanted is null)
            return null; // <Mark …>: XML knows small letters only

        string? name = null;
        while (true)
        {
            SkipSpace();
            if (Take("/>") || Take($"></{element}>"))
                return name;
            if (ReadAttribute() is not { } attribute || attribute.Name != wanted || name is not null)
                return null;
            name = attribute.Value;
        }
    }

    private (string Name, string Value)? ReadAttribute()
    {
        var start = _at;
        while (_at < text.Length && char.IsLetter(text[_at]))
            _at++;
        var name = text.Substring(start, _at - start);
        SkipSpace();
        if (!Take("="))
            return null;
        SkipSpace();
        if (_at >= text.Length || text[_at] is not ('\'' or '"'))
            return null;
        var end = text.IndexOf(text[_at], _at + 1);
        if (end < 0)
            return null;
        var value = text.Substring(_at + 1, end - _at - 1);
        _at = end + 1;
        return (name, value);
    }

    private void SkipSpace()
    {
        while (_at < text.Length && WhiteSpace.Is(text[_at]))
            _at++;
    }

    private bool Take(string token)
    {
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
            return false;
        _at += token.Length;
        return true;
    }

    private string Excerpt(int open)
    {
        var close = text.IndexOf('>', open);
        var length = (close < 0 ? text.Length : close + 1) - open;
        return length <= 40 ? text.Substring(open, length) : text.Substring(open, 40) + "…";
    }
}
