using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>Everything that can be wrong with a script before a voice is asked.</summary>
public static class ScriptChecks
{
    /// <param name="segments">All segments of one target framework.</param>
    /// <param name="lexicon">With it, length and formula signs are judged as they are said; null for none.</param>
    /// <param name="defaultLanguage">Full name, of segments that name none.</param>
    /// <param name="className">Container of the segments that items declare.</param>
    /// <param name="formulas">How formulas are read; null for nothing of one's own.</param>
    /// <returns>Findings in the order of the segments; collisions, which are reported at both places, last.</returns>
    public static IReadOnlyList<Finding> Check(
        IReadOnlyList<ScriptSegment> segments,
        Lexicon? lexicon = null,
        string defaultLanguage = "English",
        string className = "Narration",
        FormulaRules? formulas = null
    )
    {
        var findings = new List<Finding>();
        var named = new List<ScriptSegment>(segments.Count);
        foreach (var segment in segments)
        {
            if (SegmentId.Problem(segment.Id) is { } problem)
                findings.Add(ScriptFindings.InvalidId.At(segment.Place, $"'{Printable.Excerpt(segment.Id)}': {problem}"));
            else
                named.Add(segment);
            TextChecks.Check(segment, lexicon ?? Lexicon.Empty, formulas ?? FormulaRules.Default, defaultLanguage, findings);
        }
        new CollisionChecks(className, findings).Check(named);
        return findings;
    }
}
