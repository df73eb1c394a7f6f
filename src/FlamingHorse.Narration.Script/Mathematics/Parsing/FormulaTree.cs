using FlamingHorse.Narration.Script.Mathematics.Lexing;
using FlamingHorse.Narration.Script.Mathematics.Macros;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>From LaTeX to a tree.</summary>
internal static class FormulaTree
{
    public static RowNode Parse(string latex, FormulaSettings settings, bool decimalComma, ICollection<FormulaProblem> problems)
    {
        var tokens = MacroExpander.Expand(new Lexer(latex).Read(), settings.Macros, problems);
        if (FormulaSize.FindExcess(tokens) is { } excess)
        {
            var (at, message) = excess;
            problems.Add(new(FormulaProblemKind.TooComplex, at.Start, at.End - at.Start, at.Written, message));
            return new RowNode([], 0, latex.Length);
        }
        return new FormulaParser(tokens, decimalComma, settings.Overrides.Find, problems).Read();
    }
}
