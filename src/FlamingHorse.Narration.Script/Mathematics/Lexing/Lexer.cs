using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Mathematics.Lexing;

/// <summary>Cuts LaTeX into tokens. One instance reads one formula.</summary>
internal sealed partial class Lexer(string source)
{
    private readonly List<Token> _tokens = new(source.Length);
    private int _at;
    private bool _afterSpace;

    /// <summary>All tokens, and one of kind <see cref="TokenKind.End"/> behind them.</summary>
    public List<Token> Read()
    {
        while (_at < source.Length)
        {
            if (WhiteSpace.Is(source[_at]))
            {
                _afterSpace = true;
                _at++;
                continue;
            }
            ReadToken();
            _afterSpace = false;
        }
        _tokens.Add(new Token(TokenKind.End, "", source.Length, source.Length, _afterSpace));
        return _tokens;
    }

    private void ReadToken()
    {
        switch (source[_at])
        {
            case '\\':
                ReadCommand();
                break;
            case '{':
                Add(TokenKind.Open, 1);
                break;
            case '}':
                Add(TokenKind.Close, 1);
                break;
            case '^':
                Add(TokenKind.Superscript, 1);
                break;
            case '_':
                Add(TokenKind.Subscript, 1);
                break;
            case '&':
                Add(TokenKind.Column, 1);
                break;
            case '~':
                _at++; // a space that does not break
                break;
            case '#' when _at + 1 < source.Length && source[_at + 1] is >= '1' and <= '9':
                _tokens.Add(new Token(TokenKind.Parameter, source.Substring(_at + 1, 1), _at, _at + 2, _afterSpace));
                _at += 2;
                break;
            default:
                var isPair = char.IsHighSurrogate(source[_at]) && _at + 1 < source.Length && char.IsLowSurrogate(source[_at + 1]);
                Add(TokenKind.Character, isPair ? 2 : 1);
                break;
        }
    }

    private void ReadCommand()
    {
        var start = _at++;
        var nameStart = _at;
        while (_at < source.Length && source[_at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            _at++;
        if (_at == nameStart && _at < source.Length)
            _at += char.IsHighSurrogate(source[_at]) && _at + 1 < source.Length ? 2 : 1;
        var name = source.Substring(nameStart, _at - nameStart);
        if (name == "operatorname" && _at < source.Length && source[_at] == '*')
            _at++;
        _tokens.Add(new Token(name == "\\" ? TokenKind.NewRow : TokenKind.Command, name, start, _at, _afterSpace));
        if (name == "\\")
            SkipRowSkip();
        else if (TextCommands.Contains(name))
            ReadText();
    }

    /// <summary>The optional distance of <c>\\[2pt]</c>: a digit tells it from a bracket that begins the next row.</summary>
    private void SkipRowSkip()
    {
        if (_at + 1 >= source.Length || source[_at] != '[' || source[_at + 1] is not ((>= '0' and <= '9') or '-' or '.'))
            return;
        var close = source.IndexOf(']', _at);
        if (close > 0 && char.IsLetter(source[close - 1]))
            _at = close + 1;
    }

    private void Add(TokenKind kind, int length)
    {
        _tokens.Add(new Token(kind, source.Substring(_at, length), _at, _at + length, _afterSpace));
        _at += length;
    }
}
