using System.Text;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Fuzz.Targets;

/// <summary>
/// What an author writes: a lexicon, a NUL, and a text with marks, pauses and formulas. No text throws. What is spoken of it is normalized,
/// each of its words has a word of the caption, and marks and pauses lie within.
/// </summary>
internal static class ScriptTarget
{
    /// <returns>False for a text that is longer than a segment's may be.</returns>
    public static bool Read(byte[] file)
    {
        var written = Encoding.UTF8.GetString(file);
        var end = written.IndexOf('\0', StringComparison.Ordinal);
        var findings = new List<Finding>();
        var lexicon = Lexicon.Parse(written[..Math.Max(end, 0)], "lexicon.txt", findings);
        PropertyBrokenException.Unless(
            findings.All(finding => finding.Place is { Line: >= 1, Column: >= 1 }),
            "a line of the lexicon is refused at no place"
        );
        var text = written[(end + 1)..];
        if (text.Length > SpokenText.MaxLength)
        {
            return false;
        }

        foreach (var language in FormulaReader.Languages)
        {
            Check(SegmentReading.Of(SegmentOf(text), lexicon, FormulaRules.Default, language));
            _ = lexicon.FindPronunciations(NormalizedText.Of(text), language);
        }

        return true;
    }

    private static void Check(SegmentReading reading)
    {
        PropertyBrokenException.Unless(NormalizedText.Of(reading.Spoken) == reading.Spoken, "what is spoken is not normalized");
        PropertyBrokenException.Unless(
            reading.Marks.All(mark => mark.Offset >= 0 && mark.Offset <= reading.Caption.Length),
            "a mark outside the caption"
        );
        var spoken = reading.Spoken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        PropertyBrokenException.Unless(reading.Pauses.All(pause => pause.Token >= 0 && pause.Token <= spoken), "a pause behind the end");
        PropertyBrokenException.Unless(
            reading.FindSpokenMarks() is not { } marks || marks.All(mark => mark >= 0 && mark <= reading.Spoken.Length),
            "a mark is spoken behind the end"
        );
        var shown = CaptionWordMap.Starts(reading.Caption).Count;
        var words = reading.FindCaptionWords();
        PropertyBrokenException.Unless(
            words.Count == spoken && words.All(word => word >= 0 && word < Math.Max(shown, 1)),
            $"{spoken} spoken words are shown by {words.Count} of the caption's {shown}"
        );
        PropertyBrokenException.Unless(
            reading.Problems.All(problem => problem.Offset >= 0 && problem.Offset + problem.Length <= reading.Written.Caption.Length),
            "a problem outside the text"
        );
    }

    private static ScriptSegment SegmentOf(string text) =>
        new()
        {
            Id = "Scene.Segment",
            Text = text,
            Place = new("Scene.cs", 1, 1),
            Origin = SegmentOrigin.Item,
        };
}
