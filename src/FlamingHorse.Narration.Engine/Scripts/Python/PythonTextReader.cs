using System.Text;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Scripts.Python;

/// <summary>One string literal: prefix, quotes of one or three, escapes.</summary>
internal sealed class PythonTextReader(TextCursor cursor, bool isIndented)
{
    private readonly StringBuilder _value = new();
    private readonly TextRuns _runs = new();
    private string? _problem;

    /// <exception cref="PythonSyntaxException">It has no end.</exception>
    public PythonToken Read()
    {
        var place = cursor.Here();
        var start = cursor.Index;
        while (cursor.Current is not ('"' or '\''))
        {
            cursor.Take();
        }

        var prefix = cursor.Since(start).ToLowerInvariant();
        var quote = cursor.Current;
        var fence = cursor.Peek(1) == quote && cursor.Peek(2) == quote ? new string(quote, 3) : quote.ToString();
        cursor.Skip(fence.Length);
        _problem = prefix switch
        {
            _ when prefix.Contains('f', StringComparison.Ordinal) || prefix.Contains('t', StringComparison.Ordinal) =>
                "a formatted string is computed when Python runs; write its text out",
            _ when prefix.Contains('b', StringComparison.Ordinal) => "bytes are not text; remove the prefix b",
            _ when prefix is not ("" or "r" or "u") => $"Python has no text with the prefix {prefix}; use r or none",
            _ => null,
        };
        while (!cursor.StartsWith(fence))
        {
            if (cursor.IsAtEnd || (cursor.Current == '\n' && fence.Length == 1))
            {
                throw new PythonSyntaxException(place, $"this string has no closing {fence}");
            }

            var (length, line, column) = (_value.Length, cursor.Line, cursor.Column);
            ReadOne(isRaw: prefix.Contains('r', StringComparison.Ordinal));
            if (_value.Length > length)
            {
                _runs.Add(length, line, column);
            }
        }

        cursor.Skip(fence.Length);
        return new(
            PythonTokenKind.Text,
            _value.ToString(),
            place with
            {
                EndLine = cursor.Line,
                EndColumn = cursor.Column,
            },
            isIndented,
            _problem
        )
        {
            Runs = _runs,
        };
    }

    private void ReadOne(bool isRaw)
    {
        var c = cursor.Take();
        if (c != '\\' || cursor.IsAtEnd)
        {
            _value.Append(c);
        }
        else if (isRaw)
        {
            _value.Append(c).Append(cursor.Take());
        }
        else
        {
            var problem = PythonEscape.Read(cursor, _value);
            _problem ??= problem;
        }
    }
}
