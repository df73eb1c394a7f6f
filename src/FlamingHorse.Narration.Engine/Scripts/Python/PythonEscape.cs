using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Engine.Scripts.Python;

/// <summary>An escape in a string literal, as the language reference lists them.</summary>
internal static class PythonEscape
{
    /// <summary>Reads what follows the backslash.</summary>
    /// <param name="cursor">After the backslash.</param>
    /// <param name="value">Gets the characters that are meant.</param>
    /// <returns>What is wrong with it; null for nothing.</returns>
    public static string? Read(TextCursor cursor, StringBuilder value)
    {
        var c = cursor.Take();
        switch (c)
        {
            case '\n':
                break; // the line goes on
            case '\\' or '\'' or '"':
                value.Append(c);
                break;
            case 'a':
                value.Append('\a');
                break;
            case 'b':
                value.Append('\b');
                break;
            case 'f':
                value.Append('\f');
                break;
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'v':
                value.Append('\v');
                break;
            case 'x':
                return Code(cursor, value, 2);
            case 'u':
                return Code(cursor, value, 4);
            case 'U':
                return Code(cursor, value, 8);
            case >= '0' and <= '7':
                Octal(cursor, value, c);
                break;
            case 'N' when cursor.Current == '{':
                return "Unicode names of characters are not looked up; write the character itself";
            default:
                value.Append('\\').Append(c);
                break; // as Python: not an escape
        }

        return null;
    }

    private static string? Code(TextCursor cursor, StringBuilder value, int digits)
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
            return $"an escape is not a character: it must have {digits} hexadecimal digits";
        }

        if (code <= 0xFFFF)
        {
            value.Append((char)code); // half a pair is for the checks of the text to refuse
        }
        else
        {
            value.Append(char.ConvertFromUtf32((int)code));
        }

        return null;
    }

    private static void Octal(TextCursor cursor, StringBuilder value, char first)
    {
        var code = first - '0';
        for (var more = 0; more < 2 && cursor.Current is >= '0' and <= '7'; more++)
        {
            code = (code * 8) + cursor.Take() - '0';
        }

        value.Append((char)code);
    }
}
