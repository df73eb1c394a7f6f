using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>What can be wrong with the text of one segment.</summary>
internal static class TextChecks
{
    public static void Check(
        ScriptSegment segment,
        Lexicon lexicon,
        FormulaRules formulas,
        string defaultLanguage,
        ICollection<Finding> findings
    )
    {
        void Report(FindingKind kind, string message) =>
            findings.Add(kind.At(segment.Place, $"'{Printable.Excerpt(segment.Id)}': {message}"));

        // No white space to collapse explains such a length; nothing else need be looked at.
        var written = Math.Max(segment.Text.Length, segment.SpokenAs?.Length ?? 0);
        if (written > 10 * SpokenText.MaxLength)
        {
            Report(ScriptFindings.TextTooLong, TooLong(written));
            return;
        }

        if (CharacterChecks.Check(segment) is { } invalid)
        {
            Report(ScriptFindings.InvalidText, invalid);
            return; // whatever else is said of such a text would mislead
        }

        var marked = MarkedText.Parse(segment.Text);
        if (CheckMarks(segment, marked) is { } problem)
        {
            Report(ScriptFindings.InvalidMark, problem);
            return;
        }

        if (BreakChecks.Check(segment, marked, findings))
            return;

        var reading = SegmentReading.Of(segment, lexicon, formulas, defaultLanguage);
        if (reading.BreakInFormula is { } within)
        {
            findings.Add(BreakChecks.WithinFormula(segment, within));
            return;
        }

        if (FormulaChecks.Check(segment, reading, defaultLanguage, findings))
            return; // what is spoken of a formula that cannot be read is nobody's text

        if (CheckEmpty(segment, marked.Caption, reading) is { } empty)
        {
            Report(ScriptFindings.EmptyText, empty);
            return;
        }

        var spoken = reading.Spoken;
        var length = Math.Max(spoken.Length, marked.Caption.Length);
        if (length > SpokenText.MaxLength)
            Report(ScriptFindings.TextTooLong, TooLong(length));

        if (segment.SpokenAs is null && FormulaSigns.Find(spoken) is { } signs)
        {
            Report(
                ScriptFindings.ReadsLikeAFormula,
                $"The text contains {signs}, which voices read badly. Write it as a formula, for example $x=2$, say it in words with "
                    + $"SpokenAs, for example SpokenAs=\"x equals two\", or add the sign to a lexicon."
            );
        }
    }

    private static string TooLong(int length) =>
        $"The text has {length} characters; a segment may have {SpokenText.MaxLength}, about five minutes of speech. Split it into "
        + $"several segments.";

    private static string? CheckMarks(ScriptSegment segment, MarkedText marked)
    {
        if (marked.Problem is not null || segment.SpokenAs is null)
            return marked.Problem;
        var spokenAs = MarkedText.Parse(segment.SpokenAs);
        return spokenAs.Marks.Count > 0 || spokenAs.Problem is not null
            ? "SpokenAs contains a mark. Put marks in the text; their times in the speech follow from there."
            : null;
    }

    private static string? CheckEmpty(ScriptSegment segment, string caption, SegmentReading reading)
    {
        if (NormalizedText.Of(caption).Length == 0)
            return "The text is empty. Write what should be said.";
        if (segment.SpokenAs is { } spokenAs)
        {
            return HasSpeech(spokenAs)
                ? null
                : "SpokenAs has no letter or digit to say. Write it out, or omit SpokenAs to have the text itself spoken.";
        }

        return HasSpeech(reading.SpeaksFormulas ? reading.Spoken : caption)
            ? null
            : $"The text '{Printable.Excerpt(caption)}' has no letter or digit to say. Write what should be said, in SpokenAs if the "
                + $"caption is right.";
    }

    /// <summary>Something that a voice can make a sound of.</summary>
    private static bool HasSpeech(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text, i) || char.IsNumber(text, i))
                return true;
        }
        return false;
    }
}
