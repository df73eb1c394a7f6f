using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Reads tokens into a tree. What is wrong is reported, and what remains is read. One instance reads one formula.</summary>
internal sealed partial class FormulaParser(
    List<Token> tokens,
    bool decimalComma,
    Func<RowNode, string?> findOverride,
    ICollection<FormulaProblem> problems
)
{
    private const int MaxDepth = 50;

    private int _at;
    private int _depth;

    private Token Current => tokens[_at];

    /// <summary>The whole formula.</summary>
    public RowNode Read()
    {
        var start = _at;
        var items = ReadItems(_ => false);
        return Row(items, start);
    }

    /// <summary>What stands side by side up to a token that ends it, which stays; brackets are not paired yet.</summary>
    private List<Node> ReadItems(Func<Token, bool> isEnd)
    {
        var items = new List<Node>();
        var infix = -1;
        Token infixToken = default;
        while (Current.Kind != End && !isEnd(Current))
        {
            var token = Current;
            if (token.Kind == Command && token.Text is "over" or "choose" or "atop")
            {
                if (infix >= 0)
                {
                    Report(
                        FormulaProblemKind.MissingArgument,
                        token,
                        $"'{token.Written}' appears twice in one group. Put one of them in braces."
                    );
                }

                (infix, infixToken) = (items.Count, token);
                _at++;
                continue;
            }
            ReadItem(items);
        }
        return infix < 0 ? items : [ReadInfix(items, infix, infixToken)];
    }

    private FractionNode ReadInfix(List<Node> items, int infix, Token token)
    {
        if (infix == 0 || infix == items.Count)
        {
            Report(
                FormulaProblemKind.MissingArgument,
                token,
                $"'{token.Written}' needs something on both sides. Write \\frac{{…}}{{…}} or \\binom{{…}}{{…}}."
            );
        }

        var top = PairedRow(items.GetRange(0, infix), token.Start, token.Start);
        var bottom = PairedRow(items.GetRange(infix, items.Count - infix), token.End, token.End);
        return new FractionNode(top, bottom, token.Text == "choose", top.Start, bottom.End);
    }

    private void ReadItem(List<Node> items)
    {
        var token = Current;
        switch (token.Kind)
        {
            case Superscript or Subscript:
                ReadScripts(items);
                break;
            case Close:
                _at++;
                Report(
                    FormulaProblemKind.Unbalanced,
                    token,
                    "This '}' closes nothing. Remove it, or write the missing '{'; a visible brace is \\}."
                );
                break;
            case Column or NewRow:
                _at++;
                Report(
                    FormulaProblemKind.MisplacedSeparator,
                    token,
                    $"'{(token.Kind == Column ? "&" : "\\\\")}' is outside a matrix. Write \\begin{{aligned}} "
                        + $"… \\end{{aligned}} around the lines, or remove it."
                );
                break;
            case Open:
                items.AddRange(ReadGroupItems());
                break;
            case Character when token.IsDigit || (token.IsCharacter('.') && IsDigitAt(_at + 1)):
                items.Add(ReadNumber());
                break;
            case Character when token.IsCharacter('\'') || token.IsCharacter('’'):
                ReadScripts(items);
                break;
            default:
                var atom = ReadAtom();
                if (atom is RowNode row && (row.Items.Count == 1 || Current.Kind is not (Superscript or Subscript)))
                    items.AddRange(row.Items);
                else if (atom is not null)
                    items.Add(atom);
                break;
        }
    }

    private bool Enter(Token token)
    {
        if (++_depth <= MaxDepth)
            return true;
        if (_depth == MaxDepth + 1)
        {
            Report(
                FormulaProblemKind.TooComplex,
                token,
                $"The formula is nested more than {MaxDepth} deep here. Split it, or say it in SpokenAs."
            );
        }

        _depth--;
        _at = tokens.Count - 1;
        return false;
    }

    private void Report(FormulaProblemKind kind, Token at, string message, string? name = null) =>
        problems.Add(new(kind, at.Start, Math.Max(at.End - at.Start, 0), name ?? at.Written, message));
}
