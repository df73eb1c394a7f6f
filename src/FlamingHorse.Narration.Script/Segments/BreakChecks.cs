using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>What can be wrong with the breaks of a text, and with elements of SSML beside them.</summary>
internal static class BreakChecks
{
    /// <summary>True when a break cannot be read; other SSML elements are reported and read aloud as written.</summary>
    public static bool Check(ScriptSegment segment, MarkedText marked, ICollection<Finding> findings)
    {
        var id = Printable.Excerpt(segment.Id);
        foreach (var other in marked.OtherElements)
            findings.Add(ScriptFindings.OtherMarkup.At(segment.PlaceOf(other.Offset, other.Length), $"'{id}': {other.Message}"));
        foreach (var wrong in marked.WrongBreaks)
            findings.Add(ScriptFindings.InvalidBreak.At(segment.PlaceOf(wrong.Offset, wrong.Length), $"'{id}': {wrong.Message}"));
        if (marked.WrongBreaks.Count > 0 || segment.SpokenAs is null)
            return marked.WrongBreaks.Count > 0;
        var spokenAs = MarkedText.Parse(segment.SpokenAs);
        foreach (var wrong in spokenAs.WrongBreaks)
            findings.Add(ScriptFindings.InvalidBreak.At(segment.Place, $"'{id}': In SpokenAs: {wrong.Message}"));
        return spokenAs.WrongBreaks.Count > 0;
    }

    /// <summary>A break that stands within a formula.</summary>
    public static Finding WithinFormula(ScriptSegment segment, TextPause within) =>
        ScriptFindings.InvalidBreak.At(
            segment.PlaceOf(within.Written, within.Length),
            $"'{Printable.Excerpt(segment.Id)}': A break is inside a formula, which is spoken without a pause. Put it before or "
                + "after the formula."
        );
}
