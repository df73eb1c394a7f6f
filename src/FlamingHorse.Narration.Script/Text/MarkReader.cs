using System.Text;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>The scanner behind <see cref="MarkedText.Parse"/>. One instance reads one text.</summary>
internal sealed class MarkReader(string text)
{
    private readonly StringBuilder _caption = new(text.Length);
    private readonly List<TextMark> _marks = [];
    private readonly List<(int Offset, int Length)> _removed = [];
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
                continue;

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
            _removed.Add((_caption.Length, _at - open));
            copied = _at;
        }

        _caption.Append(text, copied, text.Length - copied);
        return new MarkedText
        {
            Caption = _caption.ToString(),
            Marks = _marks,
            Removed = _removed,
            Problem = _problem,
        };
    }

    private void CheckName(string name)
    {
        if (CSharpName.Of(name) is not { } identifier)
            _problem ??= $"The mark '{name}' needs a name with at least one letter or digit, because it becomes a name in C#.";
        else if (!_identifiers.Add(identifier))
            _problem ??= $"The mark '{name}' stands twice in this text. Give each mark a name of its own.";
    }

    /// <summary>"mark" or "bookmark" when one of them begins here as an element; case is looked at later.</summary>
    private string? ReadElementName()
    {
        foreach (var element in (string[])["mark", "bookmark"])
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
