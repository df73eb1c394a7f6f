using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>How the project has its formulas read: the files of <c>NarrationMacros</c> items and the lines under <c>[math]</c>.</summary>
internal static class FormulaFiles
{
    /// <param name="macros">Absolute paths.</param>
    /// <param name="lexicon">Holds the lines.</param>
    /// <param name="tellsCapitals">As set.</param>
    /// <param name="findings">Takes what cannot be read.</param>
    public static FormulaRules Read(IEnumerable<string> macros, Lexicon lexicon, bool tellsCapitals, ICollection<Finding> findings)
    {
        var defined = FormulaMacros.Combine([.. macros.Select(path => ReadMacros(path, findings))]);
        Check(lexicon.MathLines, defined, findings);
        return new FormulaRules(
            defined,
            language => FormulaOverrides.Parse([.. lexicon.MathLinesFor(language).Select(line => line.Text)], defined, []),
            tellsCapitals
        );
    }

    private static FormulaMacros ReadMacros(string path, ICollection<Finding> findings)
    {
        if (!File.Exists(path))
        {
            findings.Add(
                ScriptFindings.InvalidMacros.At(
                    new(path),
                    $"The macro file '{path}' does not exist. Create it, or remove the NarrationMacros item."
                )
            );
            return FormulaMacros.None;
        }

        var tex = File.ReadAllText(path);
        var problems = new List<FormulaProblem>();
        var macros = FormulaMacros.Parse(tex, problems);
        foreach (var problem in problems)
        {
            findings.Add(ScriptFindings.InvalidMacros.At(Place(path, tex, problem), problem.Message));
        }

        return macros;
    }

    private static void Check(IReadOnlyList<MathLine> lines, FormulaMacros macros, ICollection<Finding> findings)
    {
        var problems = new List<(int Line, FormulaProblem Problem)>();
        FormulaOverrides.Parse([.. lines.Select(line => line.Text)], macros, problems);
        foreach (var (index, problem) in problems)
        {
            var line = lines[index];
            var column = line.Column + problem.Offset;
            findings.Add(
                ScriptFindings.InvalidLexicon.At(
                    new(line.File, line.Number, column, line.Number, column + Math.Max(problem.Length, 1)),
                    problem.Message
                )
            );
        }
    }

    private static SourcePlace Place(string path, string tex, FormulaProblem problem)
    {
        var before = tex[..Math.Min(problem.Offset, tex.Length)];
        var line = before.Count(c => c == '\n') + 1;
        var column = before.Length - (before.LastIndexOf('\n') + 1) + 1;
        return new(path, line, column, line, column + Math.Max(problem.Length, 1));
    }
}
