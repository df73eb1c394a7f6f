using FlamingHorse.Narration.Script.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>Maps the characters of a constant string to their places in its literals: regular, verbatim and raw.</summary>
internal static class LiteralRuns
{
    public static TextRuns Of(ExpressionSyntax expression)
    {
        var literals = new List<SyntaxToken>();
        ConstantText.Read(expression, out _, literals);
        var runs = new TextRuns();
        var offset = 0;
        foreach (var literal in literals)
        {
            var positions = Positions(literal);
            var lines = literal.SyntaxTree!.GetText().Lines;
            var start = lines.GetLinePosition(literal.SpanStart);
            var isOneLine = lines[start.Line].End >= literal.Span.End;
            // Should a literal ever be read otherwise than the compiler does, its beginning is the place.
            var isExact = positions.Count == literal.ValueText.Length;
            for (var i = 0; i < (isExact ? positions.Count : 1); i++)
            {
                var position = isExact ? positions[i] : 0;
                var place = isOneLine ? new(start.Line, start.Character + position) : lines.GetLinePosition(literal.SpanStart + position);
                runs.Add(offset + i, place.Line + 1, place.Character + 1);
            }
            offset += literal.ValueText.Length;
        }
        return runs;
    }

    /// <summary>For each UTF-16 unit of the value, where it begins in the literal.</summary>
    private static List<int> Positions(SyntaxToken literal) =>
        literal.Kind() switch
        {
            SyntaxKind.SingleLineRawStringLiteralToken => Plain(literal.Text, Quotes(literal.Text), literal.ValueText.Length),
            SyntaxKind.MultiLineRawStringLiteralToken => Raw(SourceText.From(literal.Text).Lines),
            _ when literal.Text[0] == '@' => Verbatim(literal.Text),
            _ => Regular(literal.Text),
        };

    private static int Quotes(string text) => text.Length - text.TrimStart('"').Length;

    private static List<int> Plain(string text, int start, int length) => [.. Enumerable.Range(start, Math.Min(length, text.Length))];

    private static List<int> Verbatim(string text)
    {
        var positions = new List<int>(text.Length);
        for (var i = 2; i < text.Length - 1; i += text[i] == '"' ? 2 : 1)
            positions.Add(i);
        return positions;
    }

    /// <summary>The lines between the fences, without what the last one is indented by; the last line end belongs to the fence.</summary>
    private static List<int> Raw(TextLineCollection lines)
    {
        var positions = new List<int>();
        var last = lines[lines.Count - 1];
        var indent = last.ToString().Length - last.ToString().TrimStart().Length;
        for (var i = 1; i < lines.Count - 1; i++)
        {
            var end = i == lines.Count - 2 ? lines[i].End : lines[i].EndIncludingLineBreak;
            for (var at = Math.Min(lines[i].Start + indent, lines[i].End); at < end; at++)
                positions.Add(at);
        }
        return positions;
    }

    private static List<int> Regular(string text)
    {
        var positions = new List<int>(text.Length);
        for (var i = 1; i < text.Length - 1; )
        {
            positions.Add(i);
            if (text[i] != '\\')
            {
                i++;
                continue;
            }
            var length = EscapeLength(text, i);
            // \U0001D53C is a pair in the value.
            if (text[i + 1] == 'U' && length == 10 && string.CompareOrdinal(text, i + 2, "0000", 0, 4) != 0)
                positions.Add(i);
            i += length;
        }
        return positions;
    }

    private static int EscapeLength(string text, int at)
    {
        var most = text[at + 1] switch
        {
            'u' or 'x' => 4,
            'U' => 8,
            _ => 0,
        };
        var digits = 0;
        while (digits < most && Uri.IsHexDigit(text[at + 2 + digits]))
            digits++;
        return 2 + digits;
    }
}
