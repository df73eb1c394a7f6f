// Over 140 lines: one lexer, whose cases make sense only beside each other.
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Scripts.Python;

/// <summary>Splits Python source into tokens, so that strings and brackets end where Python ends them. Nothing is evaluated.</summary>
internal sealed class PythonLexer(TextCursor cursor)
{
    private const string StringPrefixes = "rRbBuUfFtT";

    private readonly List<PythonToken> _tokens = [];
    private readonly Stack<(char Close, SourcePlace Place)> _open = new();
    private bool _isIndented;

    /// <exception cref="PythonSyntaxException">A text or a bracket has no end.</exception>
    public IReadOnlyList<PythonToken> Read()
    {
        while (!cursor.IsAtEnd)
        {
            if (cursor.Column == 1 && _open.Count == 0)
            {
                _isIndented = cursor.Current is ' ' or '\t' or '\f';
            }

            ReadOne();
        }

        if (_open.TryPop(out var open))
        {
            throw new PythonSyntaxException(open.Place, $"this bracket has no '{open.Close}'");
        }

        Add(PythonTokenKind.NewLine, "", cursor.Here());
        Add(PythonTokenKind.End, "", cursor.Here());
        return _tokens;
    }

    private void ReadOne()
    {
        var c = cursor.Current;
        if (c == '#')
        {
            while (!cursor.IsAtEnd && cursor.Current != '\n')
            {
                cursor.Take();
            }
        }
        else if (c == '\n')
        {
            NewLine();
        }
        else if (c == '\\' && cursor.Peek(1) == '\n')
        {
            cursor.Skip(2);
        }
        else if (char.IsWhiteSpace(c))
        {
            cursor.Take();
        }
        else if (IsText())
        {
            _tokens.Add(new PythonTextReader(cursor, _isIndented).Read());
        }
        else if (char.IsLetter(c) || c == '_')
        {
            Run(PythonTokenKind.Name, c => char.IsLetterOrDigit(c) || c == '_');
        }
        else if (char.IsDigit(c))
        {
            Run(PythonTokenKind.Number, c => char.IsLetterOrDigit(c) || c is '_' or '.');
        }
        else
        {
            Sign(c);
        }
    }

    private void NewLine()
    {
        var place = cursor.Here();
        cursor.Take();
        if (_open.Count == 0 && _tokens.Count > 0 && _tokens[^1].Kind != PythonTokenKind.NewLine)
        {
            Add(PythonTokenKind.NewLine, "", place);
        }
    }

    private bool IsText()
    {
        var prefix = 0;
        while (prefix < 3 && StringPrefixes.Contains(cursor.Peek(prefix), StringComparison.Ordinal))
        {
            prefix++;
        }

        return cursor.Peek(prefix) is '"' or '\'';
    }

    private void Run(PythonTokenKind kind, Func<char, bool> belongs)
    {
        var (start, place) = (cursor.Index, cursor.Here());
        while (!cursor.IsAtEnd && belongs(cursor.Current))
        {
            cursor.Take();
        }

        Add(kind, cursor.Since(start), place);
    }

    private void Sign(char c)
    {
        var place = cursor.Here();
        if (c == ';' && _open.Count == 0)
        {
            cursor.Take();
            Add(PythonTokenKind.NewLine, ";", place);
            return;
        }

        if (c is '(' or '[' or '{')
        {
            _open.Push(
                (
                    c switch
                    {
                        '(' => ')',
                        '[' => ']',
                        _ => '}',
                    },
                    place
                )
            );
        }
        else if (c is ')' or ']' or '}' && (!_open.TryPop(out var open) || open.Close != c))
        {
            throw new PythonSyntaxException(place, $"'{c}' closes no bracket");
        }

        // Signs of two characters matter only where they must not be read as '=' alone.
        var isDouble =
            cursor.Peek(1) == '=' && c is '=' or '!' or '<' or '>' or '+' or '-' or '*' or '/' or '%' or '|' or '&' or '^' or '@' or ':';
        var start = cursor.Index;
        cursor.Skip(isDouble ? 2 : 1);
        Add(PythonTokenKind.Sign, cursor.Since(start), place);
    }

    private void Add(PythonTokenKind kind, string value, SourcePlace place) =>
        _tokens.Add(new(kind, value, place with { EndLine = cursor.Line, EndColumn = cursor.Column }, _isIndented));
}
