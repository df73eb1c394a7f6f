using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Mathematics.Delimiters;

/// <summary>The scanner behind <see cref="FormulaText.Scan"/>. One instance reads one text.</summary>
internal sealed partial class DelimiterScanner(string text)
{
    private readonly List<FormulaSpan> _spans = [];
    private readonly List<FormulaProblem> _problems = [];
    private int _proseStart;
    private int _at;

    public FormulaText Scan()
    {
        while (_at < text.Length)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                ReadBackslash();
            else if (text[_at] != '$' || !ReadDollar())
                _at++;
        }
        AddProse(text.Length);
        return new FormulaText(_spans, _problems);
    }

    private void ReadBackslash()
    {
        switch (text[_at + 1])
        {
            case '$':
                AddProse(_at);
                _spans.Add(new FormulaSpan(FormulaSpanKind.Dollar, _at, _at + 2) { Content = "$", ContentStart = _at + 1 });
                _at += 2;
                _proseStart = _at;
                break;
            case '(' when FindClose("\\)", _at + 2) is var close and >= 0:
                AddFormula(_at, _at + 2, close, close + 2);
                break;
            case '(':
                Report(_at, 2, "\\(", "'\\(' is not closed. Write '\\)' after the formula.");
                _at += 2;
                break;
            default:
                _at++;
                break;
        }
    }

    /// <summary>False for a dollar sign that opens no formula.</summary>
    private bool ReadDollar()
    {
        var width = _at + 1 < text.Length && text[_at + 1] == '$' ? 2 : 1;
        var start = _at + width;
        if (start >= text.Length || WhiteSpace.Is(text[start]))
            return false;
        var close = FindClose(width == 2 ? "$$" : "$", start);
        if (close <= start || WhiteSpace.Is(text[close - 1]))
            return false;
        var end = close + width;
        if (end < text.Length && (char.IsDigit(text[end]) || char.IsUpper(text[end])))
            return false;
        AddFormula(_at, start, close, end);
        return true;
    }

    private void AddFormula(int start, int contentStart, int contentEnd, int end)
    {
        AddProse(start);
        var span = new FormulaSpan(FormulaSpanKind.Formula, start, end)
        {
            Content = text.Substring(contentStart, contentEnd - contentStart),
            ContentStart = contentStart,
        };
        if (end < text.Length && text[end] == '{')
            span = WithReading(span, end);
        _spans.Add(span);
        _at = span.End;
        _proseStart = _at;
    }

    private FormulaSpan WithReading(FormulaSpan span, int open)
    {
        var close = text.IndexOf('}', open);
        if (close < 0)
        {
            Report(
                open,
                1,
                "{",
                "The reading that begins here is not closed. Write '}' after its words; for a literal brace, put a space before it."
            );
            return span;
        }
        var reading = text.Substring(open + 1, close - open - 1);
        if (!SpokenCharacters.HasSpeech(reading))
            Report(open, close + 1 - open, reading, "The reading in braces is empty. Write words in it, or remove it.");
        else if (SpokenCharacters.FindForbidden(reading) is var at and >= 0)
            Report(open + 1 + at, 1, reading, $"The reading '{reading}' contains a character that no voice can say. Write words.");
        else
            return span with { End = close + 1, Reading = reading, ReadingStart = open + 1 };
        return span with { End = close + 1 };
    }

    private void AddProse(int end)
    {
        if (end > _proseStart)
        {
            _spans.Add(
                new FormulaSpan(FormulaSpanKind.Prose, _proseStart, end)
                {
                    Content = text.Substring(_proseStart, end - _proseStart),
                    ContentStart = _proseStart,
                }
            );
        }

        _proseStart = end;
    }

    private void Report(int offset, int length, string name, string message) =>
        _problems.Add(new FormulaProblem(FormulaProblemKind.UnclosedDelimiter, offset, length, name, message));
}
