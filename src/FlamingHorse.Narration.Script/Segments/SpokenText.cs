using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>What the voice is given, and what stands in the key, to the character.</summary>
public static class SpokenText
{
    /// <summary>Most characters (UTF-16 units) of one segment's spoken text: about five and a half minutes.</summary>
    public const int MaxLength = 5_000;

    /// <summary>
    /// <see cref="ScriptSegment.SpokenAs"/> or else the text with its formulas in words, after the lexicon, normalized. An empty result is
    /// possible for texts that <see cref="ScriptChecks"/> rejects.
    /// </summary>
    public static string Of(ScriptSegment segment, Lexicon lexicon, string defaultLanguage, FormulaRules? formulas = null) =>
        SegmentReading.Of(segment, lexicon, formulas ?? FormulaRules.Default, defaultLanguage).Spoken;

    /// <summary>The same without a look at formulas: what older packages gave to the voice.</summary>
    public static string Plain(ScriptSegment segment, Lexicon lexicon, string defaultLanguage)
    {
        var written = MarkedText.Parse(segment.SpokenAs ?? segment.Text).Caption;
        return NormalizedText.Of(lexicon.Apply(written, segment.Language ?? defaultLanguage));
    }
}
