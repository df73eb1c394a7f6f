using System.Text;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>The scanner behind <see cref="MarkedText.Parse"/>. One instance reads one text.</summary>
internal sealed class MarkReader(string text)
{
    private readonly StringBuilder _caption = new(text.Length);
    private readonly List<TextMark> _marks = [];
    private readonly List<(int Offset, int Length)> _removed = [];
    private readonly List<TextPause> _pauses = [];
    private readonly List<MarkupProblem> _wrongBreaks = [];
    private readonly List<MarkupProblem> _others = [];
    private readonly HashSet<string> _identifiers = new(StringComparer.OrdinalIgnoreCase);
    private readonly MarkupScanner _scanner = new(text);
    private string? _problem;

    public MarkedText Read()
    {
        var copied = 0;
        for (var open = text.IndexOf('<'); open >= 0; open = text.IndexOf('<', _scanner.At))
        {
            _scanner.At = open + 1;
            var element = _scanner.ReadElementName();
            if (element is null)
            {
                NoteOther(open);
                continue;
            }

            if (string.Equals(element, "break", StringComparison.OrdinalIgnoreCase))
            {
                if (_scanner.ReadBreak(element) is { } pause)
                {
                    _caption.Append(text, copied, open - copied);
                    PartWords();
                    _pauses.Add(new TextPause(_caption.Length, pause, open, _scanner.At - open));
                    copied = SkipSecondSpace(open);
                }
                else
                {
                    _wrongBreaks.Add(
                        new MarkupProblem(
                            $"'{_scanner.Excerpt(open)}' is not a valid pause. Write <break time='400ms'/>, from 10ms to 10s.",
                            open,
                            _scanner.Excerpt(open).Length
                        )
                    );
                    _scanner.At = open + 1;
                }
                continue;
            }

            var name = _scanner.ReadMark(element);
            if (name is null)
            {
                _problem ??= $"'{_scanner.Excerpt(open)}' is not a complete mark. Write <mark name='row'/> with a name of your own.";
                _scanner.At = open + 1;
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
        var end = _scanner.At;
        if (_caption.Length > 0 && WhiteSpace.Is(_caption[_caption.Length - 1]) && end < text.Length && WhiteSpace.Is(text[end]))
            end++;
        _removed.Add((_caption.Length, end - open));
        return end;
    }

    /// <summary>A pause parts words, also where its author left no space.</summary>
    private void PartWords()
    {
        if (
            _caption.Length > 0
            && !WhiteSpace.Is(_caption[_caption.Length - 1])
            && _scanner.At < text.Length
            && !WhiteSpace.Is(text[_scanner.At])
        )
        {
            _caption.Append(' ');
            _removed.Add((_caption.Length, -1));
        }
    }

    private void NoteOther(int open)
    {
        if (SsmlElements.IsAt(text, open))
        {
            _others.Add(
                new MarkupProblem(
                    $"'{_scanner.Excerpt(open)}' is SSML that no voice here supports; it is read aloud as written. Remove it: "
                        + "a text may contain <mark name='…'/> and <break time='…'/> only.",
                    open,
                    _scanner.Excerpt(open).Length
                )
            );
        }
    }

    private void CheckName(string name)
    {
        if (CSharpName.Of(name) is not { } identifier)
            _problem ??= $"The mark '{name}' needs a name with at least one letter or digit, because it becomes a name in C#.";
        else if (!_identifiers.Add(identifier))
            _problem ??= $"The mark '{name}' appears twice in this text. Give each mark its own name.";
    }
}
