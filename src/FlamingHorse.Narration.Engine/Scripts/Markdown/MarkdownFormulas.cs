using System.Text;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Scripts.Markdown;

/// <summary>Formulas keep their signs, of which Markdown would take many for its own; inline markup is taken off between them.</summary>
internal static class MarkdownFormulas
{
    /// <summary>The text of a paragraph and the places of its formulas in the file.</summary>
    public static (string Text, TextRuns Runs) Plain(MarkdownBlock block)
    {
        var parts = FormulaText.Scan(block.Text);
        if (!parts.HasFormula)
        {
            var plain = MarkdownInline.Plain(block.Text);
            // An escaped dollar sign stays escaped where it would begin a formula.
            return FormulaText.Scan(plain).HasFormula
                ? (MarkdownInline.Plain(block.Text.Replace("\\$", @"\\$")), TextRuns.None)
                : (plain, TextRuns.None);
        }

        var text = new StringBuilder(block.Text.Length);
        var runs = new TextRuns();
        foreach (var span in parts.Spans)
        {
            Add(runs, text.Length, block, span.Start);
            var written = block.Text[span.Start..span.End];
            if (span.Kind == FormulaSpanKind.Formula)
            {
                foreach (var run in block.Runs.Where(run => run.Offset > span.Start && run.Offset < span.End))
                {
                    runs.Add(text.Length + run.Offset - span.Start, run.Line, run.Column);
                }
            }

            text.Append(span.Kind == FormulaSpanKind.Prose ? MarkdownInline.Plain(written) : written);
        }

        return (text.ToString(), runs);
    }

    private static void Add(TextRuns runs, int offset, MarkdownBlock block, int start)
    {
        if (block.Runs.Find(start) is { } place)
        {
            runs.Add(offset, place.Line, place.Column);
        }
    }
}
