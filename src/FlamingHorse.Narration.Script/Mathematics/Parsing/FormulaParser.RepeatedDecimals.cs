using System.Text;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Decimals that repeat: <c>0.\overline{3}</c>, <c>0.1\bar 6</c>.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>Adds them to the number in round brackets: "0.1(6)".</summary>
    private void TakeRepeatedDecimals(StringBuilder digits, ref int end)
    {
        var hasSign = digits.ToString().IndexOfAny(['.', ',']) >= 0;
        var bar = hasSign ? _at : _at + 1;
        var isRepeated =
            bar + 1 < tokens.Count
            && (hasSign || Current.IsCharacter('.') || decimalComma && Current.IsCharacter(','))
            && tokens[bar] is { Kind: Command, Text: "overline" or "bar" };
        if (!isRepeated)
            return;
        var isBraced = tokens[bar + 1].Kind == Open;
        var at = isBraced ? bar + 2 : bar + 1;
        var repeated = new StringBuilder();
        for (; at < tokens.Count && tokens[at].IsDigit && (isBraced || repeated.Length == 0); at++)
            repeated.Append(tokens[at].Text);
        if (repeated.Length == 0 || (isBraced && (at >= tokens.Count || tokens[at].Kind != Close)))
            return;
        _at = isBraced ? at + 1 : at;
        end = tokens[_at - 1].End;
        digits.Append(hasSign ? "(" : ".(").Append(repeated).Append(')');
    }
}
