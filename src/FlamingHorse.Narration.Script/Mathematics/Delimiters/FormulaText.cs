using FlamingHorse.Narration.Script.Mathematics.Delimiters;

namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>A text cut into prose and formulas.</summary>
/// <param name="Spans">In order, without gaps.</param>
/// <param name="Problems">What is wrong with the delimiters; offsets count from the start of the text.</param>
public sealed record FormulaText(IReadOnlyList<FormulaSpan> Spans, IReadOnlyList<FormulaProblem> Problems)
{
    /// <summary>There is a formula, or what was meant as one.</summary>
    public bool HasFormula => Problems.Count > 0 || Spans.Any(span => span.Kind == FormulaSpanKind.Formula);

    /// <summary>There is a formula, or a dollar sign behind a backslash.</summary>
    public bool HasMarkup => Problems.Count > 0 || Spans.Any(span => span.Kind != FormulaSpanKind.Prose);

    /// <summary>There is a formula for which the author gave no words in place.</summary>
    public bool NeedsReader => Problems.Count > 0 || Spans.Any(span => span is { Kind: FormulaSpanKind.Formula, Reading: null });

    /// <summary>
    /// Finds <c>$…$</c>, <c>\(…\)</c> and <c>$…${reading}</c> in a text without marks, by pandoc's rule: an opening dollar sign has no
    /// white space to its right, a closing one none to its left and neither a digit nor a capital letter to its right; <c>\$</c> is
    /// always a dollar.
    /// </summary>
    public static FormulaText Scan(string text) =>
        !MayHold(text)
            ? new FormulaText([new FormulaSpan(FormulaSpanKind.Prose, 0, text.Length) { Content = text, ContentStart = 0 }], [])
            : new DelimiterScanner(text).Scan();

    /// <summary>False only for a text without a formula.</summary>
    public static bool MayHold(string text) => text.IndexOf('$') >= 0 || text.IndexOf("\\(", StringComparison.Ordinal) >= 0;
}
