using System.Globalization;
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
            _ when prefix is not ("" or "r" or "u") => $"Python knows no text with the prefix {prefix}; keep r or none",
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
            Escape(cursor.Take());
        }
    }

    private void Escape(char c)
    {
        switch (c)
        {
            case '\n':
                break; // the line goes on
            case '\\' or '\'' or '"':
                _value.Append(c);
                break;
            case 'a':
                _value.Append('\a');
                break;
            case 'b':
                _value.Append('\b');
                break;
            case 'f':
                _value.Append('\f');
                break;
            case 'n':
                _value.Append('\n');
                break;
            case 'r':
                _value.Append('\r');
                break;
            case 't':
                _value.Append('\t');
                break;
            case 'v':
                _value.Append('\v');
                break;
            case 'x':
                Code(2);
                break;
            case 'u':
                Code(4);
                break;
            case 'U':
                Code(8);
                break;
            case >= '0' and <= '7':
                Octal(c);
                break;
            case 'N' when cursor.Current == '{':
                _problem ??= "a character by its Unicode name is not looked up; write the character itself";
                break;
            default:
                _value.Append('\\').Append(c);
                break; // as Python: not an escape
        }
    }

    private void Code(int digits)
    {
        var start = cursor.Index;
        while (cursor.Index - start < digits && char.IsAsciiHexDigit(cursor.Current))
        {
            cursor.Take();
        }

        var hex = cursor.Since(start);
        var code = hex.Length == digits ? uint.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : uint.MaxValue;
        if (code > 0x10FFFF)
        {
            _problem ??= $"an escape is not a character: it must have {digits} hexadecimal digits";
        }
        else if (code is >= 0xD800 and <= 0xDFFF || code <= 0xFFFF)
        {
            _value.Append((char)code); // half a pair is for the checks of the text to refuse
        }
        else
        {
            _value.Append(char.ConvertFromUtf32((int)code));
        }
    }

    private void Octal(char first)
    {
        var code = first - '0';
        for (var more = 0; more < 2 && cursor.Current is >= '0' and <= '7'; more++)
        {
            code = (code * 8) + cursor.Take() - '0';
        }

        _value.Append((char)code);
    }
}
