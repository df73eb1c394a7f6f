using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Scripts and arguments.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>The scripts that begin here, put on the last of the items.</summary>
    private void ReadScripts(List<Node> items)
    {
        var first = Current;
        var core = items.Count > 0 && !IsInvisible(items[items.Count - 1]) ? items[items.Count - 1] : null;
        if (core is not null)
            items.RemoveAt(items.Count - 1);
        var (sub, sup, primes) = (default(RowNode), default(RowNode), 0);
        if (core is ScriptNode scripted) // of a group that held scripts: {x_1}^2 is read as x_1^2
            (core, sub, sup, primes) = (scripted.Core, scripted.Sub, scripted.Sup, scripted.Primes);
        var end = first.End;
        while (true)
        {
            var token = Current;
            if (token.IsCharacter('\'') || token.IsCharacter('’'))
            {
                _at++;
                primes++;
                end = token.End;
                continue;
            }
            if (token.IsCommand("limits") || token.IsCommand("nolimits"))
            {
                _at++;
                continue;
            }
            if (token.Kind is not (Superscript or Subscript))
                break;
            _at++;
            var script = ReadArgument(token, "a script");
            end = Math.Max(end, script.End);
            if (token.Kind == Superscript && CountPrimes(script) is var count and > 0)
            {
                primes += count;
            }
            else if ((token.Kind == Superscript ? sup : sub) is null)
            {
                (sub, sup) = token.Kind == Superscript ? (sub, script) : (script, sup);
            }
            else
            {
                Report(
                    FormulaProblemKind.DoubleScript,
                    token,
                    $"A second '{token.Text}' on the same thing. Write braces: x{token.Text}{{a{token.Text}b}}, or "
                        + $"{{x{token.Text}a}}{token.Text}b."
                );
            }
        }
        if (core is RowNode { Items.Count: 0 })
            core = null;
        items.Add(new ScriptNode(core, sub, sup, primes, core?.Start ?? first.Start, end));
    }

    private static bool IsInvisible(Node node) => node is SymbolNode { Symbol.Kind: SymbolKind.Space };

    private static int CountPrimes(RowNode script) =>
        script.Items.All(item => item is SymbolNode { Symbol.Key: "prime-sign" }) ? script.Items.Count : 0;

    /// <summary>The argument that begins here: what braces hold, or one token.</summary>
    private RowNode ReadArgument(Token command, string what = "its argument")
    {
        while (Current.Kind == Command && SymbolTable.OfCommand(Current.Text) is { Kind: SymbolKind.Nothing })
            _at++;
        var token = Current;
        if (token.Kind == Open)
        {
            if (!Enter(token))
                return new RowNode([], token.Start, token.Start);
            _at++;
            var start = _at;
            var items = ReadItems(inner => inner.Kind == Close);
            if (Current.Kind == Close)
            {
                _at++;
            }
            else
            {
                Report(FormulaProblemKind.Unbalanced, token, "This '{' is not closed. Write the missing '}'; a visible brace is \\{.");
            }

            _depth--;
            if (items.Count == 0)
                ReportMissing(command, what);
            return Row(items, start);
        }
        if (token.Kind is End or Close or Column or NewRow or Superscript or Subscript)
        {
            ReportMissing(command, what);
            return new RowNode([], token.Start, token.Start);
        }
        var at = _at;
        if (token.IsDigit)
        {
            _at++;
            return Row([new NumberNode(token.Text, token.Start, token.End)], at);
        }
        if (!Enter(token))
            return new RowNode([], token.Start, token.Start);
        var atom = ReadAtom();
        _depth--;
        return atom as RowNode ?? Row(atom is null ? [] : [atom], at);
    }

    private void ReportMissing(Token command, string what) =>
        Report(
            FormulaProblemKind.MissingArgument,
            command,
            $"'{command.Written}' lacks {what}. Write {command.Written}{{…}}, with something to say in the braces."
        );
}
