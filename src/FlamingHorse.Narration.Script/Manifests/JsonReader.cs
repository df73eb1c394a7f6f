using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>
/// A forward reader of JSON. It exists because the compiler loads this assembly, and a JSON library of ours beside the compiler's own
/// ends in a clash of versions.
/// </summary>
internal sealed class JsonReader(string text)
{
    private const int MaxDepth = 64;

    // Names of members and voices repeat in every segment.
    private readonly string?[] _names = new string?[256];
    private int _at;
    private int _depth;
    private bool _isFirst;

    public void BeginObject() => Begin('{');

    public void BeginArray() => Begin('[');

    /// <summary>The next member's name, or null at the end of the object.</summary>
    public string? NextMember()
    {
        if (!Next('}'))
            return null;

        var name = ReadName();
        Expect(':');
        return name;
    }

    /// <summary>False at the end of the array.</summary>
    public bool NextElement() => Next(']');

    public void End()
    {
        if (Peek() != '\0' || _at < text.Length)
            throw Error("there is text after the end");
    }

    public bool ReadBoolean()
    {
        if (Take("true"))
            return true;

        return Take("false") ? false : throw Error("true or false is missing");
    }

    public long ReadNumber()
    {
        Peek();
        var start = _at;
        _at += IsAt("-") ? 1 : 0;
        var first = _at;
        while (_at < text.Length && text[_at] is >= '0' and <= '9')
            _at++;

        // JSON knows no plus and no leading zeros, and what a fraction or an exponent follows is not whole.
        var isWhole = !IsAt("+.eE") && (_at - first == 1 || !(first < text.Length && text[first] == '0'));
        return
            isWhole
            && long.TryParse(text.Substring(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Error("a whole number is missing");
    }

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

    public void Skip()
    {
        switch (Peek())
        {
            case '"':
                ReadString();
                break;
            case '{':
                BeginObject();
                while (NextMember() is not null)
                    Skip();
                break;
            case '[':
                BeginArray();
                while (NextElement())
                    Skip();
                break;
            case 't' or 'f':
                ReadBoolean();
                break;
            case 'n':
                if (!Take("null"))
                    throw Error("null is misspelt");
                break;
            default:
                SkipNumber();
                break;
        }
    }

    public FormatException Error(string what)
    {
        var line = 1;
        for (var i = 0; i < _at && i < text.Length; i++)
        {
            if (text[i] == '\n')
                line++;
        }

        return new FormatException($"line {line}: {what}");
    }

    /// <summary>Any number that JSON knows: a later version's member may hold a fraction.</summary>
    private void SkipNumber()
    {
        _at += Peek() == '-' ? 1 : 0;
        if (IsAt("0"))
            _at++;
        else
            SkipDigits();

        if (IsAt("."))
        {
            _at++;
            SkipDigits();
        }

        if (IsAt("eE"))
        {
            _at++;
            _at += IsAt("+-") ? 1 : 0;
            SkipDigits();
        }
    }

    private void SkipDigits()
    {
        if (!IsAt("0123456789"))
            throw Error("a value is missing");

        while (IsAt("0123456789"))
            _at++;
    }

    /// <summary>Whether one of these comes next, without white space before it.</summary>
    private bool IsAt(string characters) => _at < text.Length && characters.IndexOf(text[_at]) >= 0;

    private void Begin(char open)
    {
        Expect(open);
        _isFirst = true;
        if (++_depth > MaxDepth)
            throw Error("it is nested too deeply");
    }

    private bool Next(char close)
    {
        var isFirst = _isFirst;
        _isFirst = false;
        if (Peek() == close)
        {
            _at++;
            _depth--;
            return false;
        }

        if (!isFirst)
            Expect(',');

        return true;
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

    private char ReadHex()
    {
        if (
            _at + 4 > text.Length
            || !ushort.TryParse(text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        )
        {
            throw Error("an escape is cut short");
        }

        _at += 4;
        return (char)code;
    }

    private void Expect(char c)
    {
        if (Peek() != c)
            throw Error($"'{c}' is missing");

        _at++;
    }

    private bool Take(string word)
    {
        Peek();
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0)
            return false;

        _at += word.Length;
        return true;
    }

    private char Peek()
    {
        while (_at < text.Length && text[_at] is ' ' or '\n' or '\r' or '\t')
            _at++;

        return _at < text.Length ? text[_at] : '\0';
    }
}
