using FlamingHorse.Narration.Script.Mathematics.Overrides;
using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>
/// Readings that the author gave to formulas, from the lines under <c>[math]</c> of a lexicon: <c>A^T = A transpose</c>. They hold for a
/// whole formula and for a whole group of one, compared as trees: spacing, <c>\left</c> and braces make no difference.
/// Immutable.
/// </summary>
public sealed class FormulaOverrides
{
    private readonly Dictionary<string, string> _readings;

    private FormulaOverrides(Dictionary<string, string> readings) => _readings = readings;

    /// <summary>No readings.</summary>
    public static FormulaOverrides None { get; } = new(new(StringComparer.Ordinal));

    /// <summary>How many there are.</summary>
    public int Count => _readings.Count;

    /// <summary>
    /// Reads lines; each splits at its last " = ". What cannot be read is reported with the index of its line, and left out.
    /// </summary>
    public static FormulaOverrides Parse(
        IReadOnlyList<string> lines,
        FormulaMacros macros,
        ICollection<(int Line, FormulaProblem Problem)> problems
    )
    {
        var readings = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (Read(lines[i], macros, out var problem) is { } line)
                readings[line.Key] = line.Reading;
            else
                problems.Add((i, problem!));
        }
        return readings.Count == 0 ? None : new FormulaOverrides(readings);
    }

    internal string? Find(RowNode row) =>
        _readings.Count > 0 && _readings.TryGetValue(CanonicalKey.Of(row), out var reading) ? reading : null;

    private static (string Key, string Reading)? Read(string line, FormulaMacros macros, out FormulaProblem? problem)
    {
        problem = null;
        var equals = line.LastIndexOf(" = ", StringComparison.Ordinal);
        var formula = equals < 0 ? "" : line.Substring(0, equals).Trim();
        var reading = equals < 0 ? "" : line.Substring(equals + 3).Trim();
        if (formula.Length == 0 || !SpokenCharacters.HasSpeech(reading))
        {
            problem = Invalid(0, line.Length, line, $"'{line.Trim()}' is not a line for [math]. Write: A^T = A transpose");
            return null;
        }
        if (SpokenCharacters.FindForbidden(reading) is var at and >= 0)
        {
            problem = Invalid(
                equals + 3 + at,
                1,
                reading,
                $"The reading '{reading}' contains '{reading[at]}', which no voice can say. Write words."
            );
            return null;
        }
        var problems = new List<FormulaProblem>();
        var row = FormulaTree.Parse(formula, new FormulaSettings { Macros = macros }, decimalComma: false, problems);
        if (problems.Count > 0)
        {
            problem = problems[0].Shift(line.IndexOf(formula, StringComparison.Ordinal));
            return null;
        }
        return (CanonicalKey.Of(row), reading);
    }

    private static FormulaProblem Invalid(int offset, int length, string name, string message) =>
        new(FormulaProblemKind.InvalidOverride, offset, length, name, message);
}
