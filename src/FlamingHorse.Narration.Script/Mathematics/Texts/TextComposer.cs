using System.Text;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Mathematics.Texts;

/// <summary>Puts a text together from its prose and the readings of its formulas. One instance composes one text.</summary>
internal sealed class TextComposer(FormulaReader reader, IReadOnlyList<int> marks, Func<string, string> sayProse)
{
    private readonly StringBuilder _spoken = new();
    private readonly StringBuilder _caption = new();
    private readonly List<TextPart> _parts = [];
    private readonly List<FormulaProblem> _problems = [];

    public TextReading Compose(FormulaText text)
    {
        _problems.AddRange(text.Problems);
        foreach (var span in text.Spans)
            Add(span);
        var spoken = _spoken.ToString();
        var caption = _caption.ToString();
        return new TextReading(() => WordsOf(spoken, caption))
        {
            Spoken = spoken,
            Caption = caption,
            Problems = [.. _problems.OrderBy(problem => problem.Offset)],
            CaptionMarks = [.. marks.Select(mark => PartAt(mark)?.CaptionOf(mark) ?? caption.Length)],
            MarkWords = MarkWordsOf(spoken),
        };
    }

    private IReadOnlyList<TextWord> WordsOf(string spoken, string caption)
    {
        var captionTokens = Tokens(caption);
        return [.. Tokens(spoken).Select(token => WordOf(spoken, token, captionTokens))];
    }

    private IReadOnlyList<int> MarkWordsOf(string spoken)
    {
        if (marks.Count == 0)
            return [];
        var tokens = Tokens(spoken);
        return [.. marks.Select(mark => WordBehind(PartAt(mark)?.SpokenOf(mark) ?? spoken.Length, tokens))];
    }

    private void Add(FormulaSpan span)
    {
        var reading = span.Kind == FormulaSpanKind.Formula ? Read(span) : null;
        var said = reading?.Spoken ?? (span.Kind == FormulaSpanKind.Prose ? sayProse(span.Content) : span.Content);
        _parts.Add(new TextPart(span, reading, _spoken.Length, said.Length, _caption.Length));
        _spoken.Append(said);
        _caption.Append(reading?.Caption ?? span.Content);
    }

    private FormulaReading Read(FormulaSpan span)
    {
        if (span.Reading is { } given)
            return reader.ReadAs(span.Content, given);
        var inside = marks.Where(mark => mark > span.Start && mark < span.End);
        var reading = reader.Read(
            span.Content,
            [.. inside.Select(mark => Math.Min(Math.Max(mark - span.ContentStart, 0), span.Content.Length))]
        );
        _problems.AddRange(reading.Problems.Select(problem => problem.Shift(span.ContentStart)));
        return reading;
    }

    private TextPart? PartAt(int mark) => _parts.Find(part => mark >= part.Span.Start && mark < part.Span.End);

    private TextWord WordOf(string spoken, (int Start, int End) token, List<(int Start, int End)> captionTokens)
    {
        var text = spoken.Substring(token.Start, token.End - token.Start);
        // Of a token that begins in prose and ends in a formula, as "(x", the formula decides.
        var part = _parts.Find(part => part.Reading is not null && part.SpokenStart < token.End && part.SpokenEnd > token.Start)
            ?? _parts.Find(part => part.SpokenEnd > token.Start)
            ?? _parts[_parts.Count - 1];
        var word = part.WordAt(Math.Max(token.Start, part.SpokenStart));
        var at = part.CaptionAt(Math.Max(token.Start, part.SpokenStart), word);
        var caption = captionTokens.FindLastIndex(candidate => candidate.Start <= at);
        return new TextWord(text, word is { IsLetter: true } ? word.Text.TrimEnd(',', ';') : null, Math.Max(caption, 0));
    }

    private static int WordBehind(int at, List<(int Start, int End)> tokens) =>
        tokens.FindIndex(token => token.End > at) is var word and >= 0 ? word : tokens.Count;

    private static List<(int Start, int End)> Tokens(string text)
    {
        var tokens = new List<(int, int)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (WhiteSpace.Is(text[i]))
                continue;
            var start = i;
            while (i < text.Length && !WhiteSpace.Is(text[i]))
                i++;
            tokens.Add((start, i));
        }
        return tokens;
    }
}
