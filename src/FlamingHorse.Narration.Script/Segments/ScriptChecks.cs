using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>Everything that can be wrong with a script before a voice is asked.</summary>
public static class ScriptChecks
{
    /// <summary>From so many segments on, texts are checked on all processors: each of their formulas takes a while to read.</summary>
    private const int LongScript = 500;

    /// <param name="segments">All segments of one target framework.</param>
    /// <param name="lexicon">With it, length and formula signs are judged as they are said; null for none.</param>
    /// <param name="defaultLanguage">Full name, of segments that name none.</param>
    /// <param name="className">Container of the segments that items declare.</param>
    /// <param name="formulas">How formulas are read; null for nothing of one's own.</param>
    /// <returns>Findings in the order of the segments; collisions, which are told at both places, last.</returns>
    public static IReadOnlyList<Finding> Check(
        IReadOnlyList<ScriptSegment> segments,
        Lexicon? lexicon = null,
        string defaultLanguage = "English",
        string className = "Narration",
        FormulaRules? formulas = null
    )
    {
        var found = new List<Finding>[segments.Count];
        void CheckText(int i) =>
            TextChecks.Check(segments[i], lexicon ?? Lexicon.Empty, formulas ?? FormulaRules.Default, defaultLanguage, found[i] = []);

        Parallel.For(0, segments.Count, new() { MaxDegreeOfParallelism = segments.Count < LongScript ? 1 : -1 }, CheckText);
        var findings = new List<Finding>();
        var named = new List<ScriptSegment>(segments.Count);
        for (var i = 0; i < segments.Count; i++)
        {
            if (SegmentId.Problem(segments[i].Id) is { } problem)
                findings.Add(ScriptFindings.InvalidId.At(segments[i].Place, $"'{Printable.Excerpt(segments[i].Id)}': {problem}"));
            else
                named.Add(segments[i]);
            findings.AddRange(found[i]);
        }
        new CollisionChecks(className, findings).Check(named);
        return findings;
    }
}
