using System.Globalization;

namespace FlamingHorse.Narration.Benchmark.Formulas;

/// <summary>Texts with a formula of the golden table each; no two formulas are the same.</summary>
internal static class FormulaTexts
{
    /// <param name="repository">Its folder.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<string> Read(string repository, int count)
    {
        var formulas = File.ReadLines(
                Path.Combine(repository, "tests", "FlamingHorse.Narration.Script.Tests", "Mathematics", "formulas.tsv")
            )
            .Where(line => line.Contains('\t', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('\t')[0])
            .Where(latex => !latex.Contains('$', StringComparison.Ordinal))
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(n =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $@"In the next step we see ${formulas[n % formulas.Count]},\quad k={n}$ again."
                    )
                ),
        ];
    }
}
