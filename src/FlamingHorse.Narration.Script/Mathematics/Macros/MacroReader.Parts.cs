using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Macros;

/// <summary>The parts of a definition.</summary>
internal sealed partial class MacroReader
{
    private string? ReadName()
    {
        if (Current.Kind == Command)
            return _tokens[_at++].Text;
        if (Current.Kind != Open || _tokens[_at + 1].Kind != Command || _tokens[_at + 2].Kind != Close)
            return null;
        _at += 3;
        return _tokens[_at - 2].Text;
    }

    private void SkipStar()
    {
        if (Current.IsCharacter('*'))
            _at++;
    }

    private List<Token>? ReadBrackets()
    {
        if (!Current.IsCharacter('['))
            return null;
        var close = _tokens.FindIndex(_at, token => token.IsCharacter(']'));
        if (close < 0)
            return null;
        var inside = _tokens.GetRange(_at + 1, close - _at - 1);
        _at = close + 1;
        return inside;
    }

    private List<Token>? ReadGroup()
    {
        var close = TokenGroups.FindClose(_tokens, _at);
        if (close < 0)
            return null;
        var inside = _tokens.GetRange(_at + 1, close - _at - 1);
        _at = close + 1;
        return inside;
    }
}
