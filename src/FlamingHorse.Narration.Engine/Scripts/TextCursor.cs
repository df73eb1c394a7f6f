using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Scripts;

/// <summary>A position in a text that knows its line and column. Every line end reads as LF.</summary>
internal sealed class TextCursor(string text, string file)
{
    private readonly string _text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    public int Index { get; private set; }

    public int Line { get; private set; } = 1;

    public int Column { get; private set; } = 1;

    public bool IsAtEnd => Index >= _text.Length;

    /// <summary>The character here; NUL at the end.</summary>
    public char Current => Peek(0);

    public char Peek(int offset) => Index + offset < _text.Length ? _text[Index + offset] : '\0';

    public bool StartsWith(string value) => string.CompareOrdinal(_text, Index, value, 0, value.Length) == 0;

    public char Take()
    {
        var c = _text[Index++];
        (Line, Column) = c == '\n' ? (Line + 1, 1) : (Line, Column + 1);
        return c;
    }

    public void Skip(int count)
    {
        while (count-- > 0 && !IsAtEnd)
        {
            Take();
        }
    }

    public string Since(int start) => _text[start..Index];

    public SourcePlace Here() => new(file, Line, Column);
}
