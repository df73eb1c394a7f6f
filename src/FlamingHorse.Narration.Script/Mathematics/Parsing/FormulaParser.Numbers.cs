using System.Text;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Numbers.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>
    /// Digits that belong together: <c>3.14</c>, <c>1{,}000</c>, <c>10\,000</c>, and <c>1,000</c> where no bracket makes it a list.
    /// </summary>
    private NumberNode ReadNumber()
    {
        var first = Current;
        var isListed = _at > 0 && tokens[_at - 1].IsCharacter(',');
        var digits = new StringBuilder();
        var end = first.End;
        while (true)
        {
            var token = Current;
            if (token.IsDigit)
            {
                digits.Append(token.Text);
                end = token.End;
                _at++;
            }
            else if (token.IsCharacter('.') && digits.ToString().IndexOf('.') < 0 && IsDigitAt(_at + 1))
            {
                digits.Append('.');
                _at++;
            }
            else if (Current.IsCommand(",") && IsThousands(_at + 1) && digits.Length is > 0 and <= 3)
            {
                _at++;
            }
            else if (CommaLength(digits.ToString(), isListed) is var length and > 0)
            {
                digits.Append(',');
                _at += length;
            }
            else
            {
                TakeRepeatedDecimals(digits, ref end);
                return new NumberNode(digits.ToString(), first.Start, end);
            }
        }
    }

    private bool IsDigitAt(int at) => tokens[Math.Min(at, tokens.Count - 1)] is { IsDigit: true, AfterSpace: false };

    private int CommaLength(string before, bool isListed)
    {
        if (before.Length == 0 || before.IndexOf('.') >= 0)
            return 0;
        if (
            Current.Kind == Open
            && tokens[_at + 1].IsCharacter(',')
            && _at + 3 < tokens.Count
            && tokens[_at + 2].Kind == Close
            && tokens[_at + 3].IsDigit
        )
        {
            return 3;
        }

        if (!Current.IsCharacter(',') || Current.AfterSpace || !IsDigitAt(_at + 1) || isListed || _depth > 0 || IsInBrackets())
            return 0;
        if (decimalComma)
            return before.IndexOf(',') < 0 && !HasSecondComma() ? 1 : 0;
        return before[0] != '0' && before.Length - before.LastIndexOf(',') <= 4 && IsThousands(_at + 1) ? 1 : 0;
    }

    /// <summary>Exactly three digits begin here.</summary>
    private bool IsThousands(int at) =>
        at + 3 < tokens.Count && tokens[at].IsDigit && IsDigitAt(at + 1) && IsDigitAt(at + 2) && !IsDigitAt(at + 3);

    private bool IsInBrackets()
    {
        var depth = 0;
        for (var i = 0; i < _at; i++)
        {
            if (tokens[i].IsCharacter('(') || tokens[i].IsCharacter('[') || tokens[i].IsCommand("{"))
                depth++;
            else if (tokens[i].IsCharacter(')') || tokens[i].IsCharacter(']') || tokens[i].IsCommand("}"))
                depth--;
        }
        return depth > 0;
    }

    private bool HasSecondComma()
    {
        var at = _at + 1;
        while (tokens[at].IsDigit)
            at++;
        return tokens[at].IsCharacter(',');
    }
}
