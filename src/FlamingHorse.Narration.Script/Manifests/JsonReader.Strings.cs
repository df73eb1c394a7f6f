using System.Text;

namespace FlamingHorse.Narration.Script.Manifests;

/// <content>Strings and the names of members.</content>
internal sealed partial class JsonReader
{
    private const string HexDigits = "0123456789abcdef";

    // Names of members and voices repeat in every segment.
    private readonly string?[] _names = new string?[256];

    /// <summary>A string with its escapes read.</summary>
    public string ReadString()
    {
        Expect('"');
        var start = _at;
        var end = FindSpecial(start);
        if (text[end] == '"')
        {
            _at = end + 1;
            return text.Substring(start, end - start);
        }

        var value = new StringBuilder();
        while (text[end] == '\\')
        {
            value.Append(text, start, end - start);
            _at = end + 1;
            value.Append(ReadEscape());
            start = _at;
            end = FindSpecial(start);
        }

        _at = end + 1;
        return value.Append(text, start, end - start).ToString();
    }

    private string ReadName()
    {
        Expect('"');
        var end = FindSpecial(_at);
        if (text[end] != '"')
            throw Error("a member's name has an escape");

        var (start, length) = (_at, end - _at);
        _at = end + 1;
        var slot = length == 0 ? 0 : (text[start] * 31 + text[end - 1] * 7 + length) & 255;
        if (_names[slot] is { } known && known.Length == length && string.CompareOrdinal(text, start, known, 0, length) == 0)
            return known;

        return _names[slot] = text.Substring(start, length);
    }

    private int FindSpecial(int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] is '"' or '\\')
                return i;

            if (text[i] < ' ')
                break;
        }

        throw Error("a string has no end");
    }

    private char ReadEscape()
    {
        if (_at >= text.Length)
            throw Error("a string has no end");

        return text[_at++] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            'u' => ReadHex(),
            var c and ('"' or '\\' or '/') => c,
            _ => throw Error("an escape is unknown"),
        };
    }

    /// <remarks>The runtime's own reading of numbers takes a NUL at their end.</remarks>
    private char ReadHex()
    {
        var code = 0;
        for (var end = _at + 4; _at < end; _at++)
        {
            var digit = _at < text.Length ? HexDigits.IndexOf(char.ToLowerInvariant(text[_at])) : -1;
            code = digit < 0 ? throw Error("an escape is cut short") : code * 16 + digit;
        }

        return (char)code;
    }
}
