using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Macros;

/// <summary>Finds the definitions in a LaTeX preamble.</summary>
internal sealed partial class MacroReader
{
    private readonly List<Token> _tokens;
    private readonly ICollection<FormulaProblem> _problems;
    private int _at;

    public MacroReader(string tex, ICollection<FormulaProblem> problems)
    {
        _tokens = new Lexer(TexComments.Blank(tex)).Read();
        _problems = problems;
    }

    private Token Current => _tokens[_at];

    public List<Macro> Read()
    {
        var macros = new List<Macro>();
        while (Current.Kind != End)
        {
            var start = Current;
            _at++;
            if (start.Kind != Command)
                continue;
            var macro = start.Text switch
            {
                "newcommand" or "renewcommand" or "providecommand" or "DeclareRobustCommand" => ReadNewCommand(start),
                "DeclareMathOperator" => ReadOperator(start),
                "def" or "gdef" => ReadDef(start),
                _ => null,
            };
            if (macro is not null)
                macros.Add(macro);
        }
        return macros;
    }

    private Macro? ReadNewCommand(Token start)
    {
        SkipStar();
        if (ReadName() is not { } name)
            return Report(start, "has no name", "Write \\newcommand{\\name}{what it stands for}.");
        var parameters = 0;
        List<Token>? first = null;
        if (ReadBrackets() is { } count)
        {
            if (count.Count != 1 || !count[0].IsDigit)
            {
                return Report(
                    start,
                    $"for \\{name} has brackets without a number of arguments",
                    "Write a digit, as in \\newcommand{\\name}[1]{…}."
                );
            }

            parameters = count[0].Text[0] - '0';
            first = ReadBrackets();
        }
        return ReadBody(start, name, parameters, first);
    }

    private Macro? ReadOperator(Token start)
    {
        SkipStar();
        if (ReadName() is not { } name)
            return Report(start, "has no name", "Write \\DeclareMathOperator{\\name}{name}.");
        if (ReadGroup() is not { } body)
            return Report(start, $"for \\{name} has no closed {{…}}", "Write what it stands for, in braces.");
        return new Macro(
            name,
            0,
            null,
            [
                new(Command, "operatorname", start.Start, start.End, false),
                new(Open, "{", start.Start, start.End, false),
                .. body,
                new(Close, "}", start.Start, start.End, false),
            ]
        );
    }

    private Macro? ReadDef(Token start)
    {
        if (Current.Kind != Command)
            return Report(start, "has no name", "Write \\def\\name{what it stands for}.");
        var name = Current.Text;
        _at++;
        var parameters = 0;
        for (; Current.Kind == Parameter; _at++)
            parameters++;
        return Current.Kind == Open
            ? ReadBody(start, name, parameters, null)
            : Report(start, $"for \\{name} delimits its arguments with signs", "Use \\newcommand with arguments in braces.");
    }

    private Macro? ReadBody(Token start, string name, int parameters, List<Token>? first)
    {
        if (ReadGroup() is not { } body)
            return Report(start, $"for \\{name} has no closed {{…}}", "Write what it stands for, in braces.");
        var wrong = body.FirstOrDefault(token => token.Kind == Parameter && token.Text[0] - '0' > parameters);
        return wrong.Kind == Parameter
            ? Report(
                start,
                $"for \\{name} uses #{wrong.Text} but takes {parameters}",
                "Say how many arguments it takes, as in \\newcommand{\\name}[1]{…}."
            )
            : new Macro(name, parameters, first, body);
    }

    private Macro? Report(Token start, string what, string cure)
    {
        var length = start.End - start.Start;
        _problems.Add(new(FormulaProblemKind.InvalidMacro, start.Start, length, start.Written, $"'{start.Written}' {what}. {cure}"));
        return null;
    }
}
