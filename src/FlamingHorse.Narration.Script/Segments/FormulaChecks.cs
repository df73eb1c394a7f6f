using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>What can be wrong with the formulas of one segment, each at its place.</summary>
internal static class FormulaChecks
{
    /// <summary>True when something is wrong that keeps the segment from being spoken.</summary>
    public static bool Check(ScriptSegment segment, SegmentReading reading, string defaultLanguage, ICollection<Finding> findings)
    {
        var id = Printable.Excerpt(segment.Id);
        if (reading.IsUnreadableLanguage)
        {
            findings.Add(
                ScriptFindings.FormulaLanguage.At(
                    segment.Place,
                    $"'{id}': Formulas are read in English and German, but this text is in {segment.Language ?? defaultLanguage}. "
                        + "Say the whole text in SpokenAs, or give each formula its words in place: $x^2${x au carré}. For a dollar "
                        + "sign write \\$."
                )
            );
            return true;
        }
        // Where SpokenAs stands, the formula is only shown.
        var kind = reading.SpeaksFormulas ? ScriptFindings.InvalidFormula : ScriptFindings.DoubtfulFormula;
        foreach (var problem in reading.Problems)
        {
            var start = reading.Written.InWritten(problem.Offset);
            var end = reading.Written.InWritten(problem.Offset + Math.Max(problem.Length, 1) - 1) + 1;
            findings.Add(kind.At(segment.PlaceOf(start, end - start), $"'{id}': {problem.Message}"));
        }
        return reading.SpeaksFormulas && reading.Problems.Count > 0;
    }
}
