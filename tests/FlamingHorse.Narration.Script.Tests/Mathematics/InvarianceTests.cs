using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Mathematics.Lexing;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

/// <summary>What does not change how a formula looks does not change how it reads.</summary>
public class InvarianceTests
{
    private readonly FormulaReader _reader = FormulaReader.For("English")!;

    [Theory]
    [InlineData(" ")]
    [InlineData(@"\,")]
    [InlineData(@"\!")]
    [InlineData(@"\;")]
    [InlineData(@"\displaystyle ")]
    public void Spaces_between_symbols_change_nothing(string space) => CompareAll(latex => Spaced(latex, space), space);

    [Fact]
    public void Left_and_right_change_nothing() =>
        CompareAll(
            latex =>
                latex.Contains("\\left", StringComparison.Ordinal) || !IsBalanced(latex)
                    ? latex
                    : latex.Replace("(", "\\left(", StringComparison.Ordinal).Replace(")", "\\right)", StringComparison.Ordinal),
            "\\left("
        );

    [Fact]
    public void Braces_around_a_symbol_change_nothing() => CompareAll(Braced, "{}");

    [Fact]
    public void Braces_around_everything_change_nothing() => CompareAll(latex => $"{{{latex}}}", "{…}", row => row.Latex != "1,000,000");

    private void CompareAll(Func<string, string> change, string name, Func<FormulaRow, bool>? isMeant = null)
    {
        var changed = 0;
        var wrong = new List<string>();
        foreach (var row in FormulaTable.Rows)
        {
            var other = change(row.Latex);
            if (other == row.Latex || isMeant?.Invoke(row) == false)
                continue;
            changed++;
            var reading = _reader.Read(other);
            var problems = string.Join(' ', reading.Problems.Select(problem => problem.Message));
            if (reading.Spoken != row.English || problems.Length > 0)
                wrong.Add($"{other}\n  is     {reading.Spoken}\n  should {row.English} {problems}");
        }
        wrong.ShouldBeEmpty($"{name}\n" + string.Join('\n', wrong));
        changed.ShouldBeGreaterThan(100);
    }

    /// <summary>Spaces where they cannot cut a number, a text, a name or an argument of one sign.</summary>
    private static string Spaced(string latex, string space)
    {
        var tokens = new Lexer(latex).Read();
        if (
            tokens.Exists(token => token.Kind == TokenKind.Text)
            || latex.Contains("\\begin", StringComparison.Ordinal)
            || latex.Contains("operatorname", StringComparison.Ordinal)
            || latex.Contains("\\mathrm", StringComparison.Ordinal)
        )
        {
            return latex;
        }

        var result = "";
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            var (token, next) = (tokens[i], tokens[i + 1]);
            result += latex[token.Start..token.End];
            if (
                token.Kind == TokenKind.Character
                && !token.IsDigit
                && !token.IsCharacter('\'')
                && next.Kind is TokenKind.Character
                && !next.IsCharacter('\'')
                && !next.IsDigit
                && !next.IsCharacter('[')
            )
            {
                result += token.IsCharacter(':') || token.IsCharacter('.') || next.IsCharacter('!') ? "" : space;
            }
            else if (token.Kind == TokenKind.Command)
            {
                result += " ";
            }
        }
        return result;
    }

    /// <summary>Braces around each letter that stands by itself.</summary>
    private static string Braced(string latex)
    {
        var tokens = new Lexer(latex).Read();
        if (
            tokens.Exists(token => token.Kind == TokenKind.Text)
            || latex.Contains("\\begin", StringComparison.Ordinal)
            || latex.Contains("operatorname", StringComparison.Ordinal)
            || latex.Contains("\\math", StringComparison.Ordinal)
        )
        {
            return latex;
        }

        var result = "";
        foreach (var token in tokens)
        {
            var written = latex[token.Start..token.End];
            result += token.Kind == TokenKind.Character && char.IsLetter(written, 0) ? "{" + written + "}" : written;
            if (token.Kind == TokenKind.Command)
                result += " ";
        }
        return result;
    }

    private static bool IsBalanced(string latex)
    {
        var depth = 0;
        foreach (var c in latex)
        {
            depth +=
                c == '(' ? 1
                : c is ')' ? -1
                : 0;
            if (depth < 0)
                return false;
        }
        return depth == 0
            && !latex.Contains('[', StringComparison.Ordinal)
            && !latex.Contains('&', StringComparison.Ordinal)
            && !latex.Contains("ig", StringComparison.Ordinal);
    }
}
