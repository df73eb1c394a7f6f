using System.Globalization;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>
/// A forward reader of JSON. It exists because the compiler loads this assembly, and a JSON library of ours beside the compiler's own
/// ends in a clash of versions.
/// </summary>
internal sealed partial class JsonReader(string text)
{
    private const int MaxDepth = 64;

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

    /// <summary>A whole number that is refused where 32 bits do not hold it.</summary>
    public int ReadNumber32() =>
        ReadNumber() is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Error("a number is too large");

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
