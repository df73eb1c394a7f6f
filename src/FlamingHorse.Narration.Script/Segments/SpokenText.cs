using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>The text for the voice and for the key, character by character.</summary>
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

    /// <summary>The same with its pauses: each part between two of them goes through the lexicon by itself.</summary>
    internal static (string Spoken, IReadOnlyList<SpokenPause> Pauses) WithPauses(string text, Lexicon lexicon, string language)
    {
        var written = MarkedText.Parse(text);
        if (written.Pauses.Count == 0)
            return (NormalizedText.Of(lexicon.Apply(written.Caption, language)), []);

        var parts = new List<string>();
        var pauses = new List<(int Token, int Milliseconds)>();
        var (start, tokens) = (0, 0);
        foreach (var pause in written.Pauses)
        {
            Say(pause.Offset);
            pauses.Add((tokens, pause.Milliseconds));
        }
        Say(written.Caption.Length);
        return (string.Join(" ", parts), SpokenPauses.Merge(pauses));

        void Say(int end)
        {
            var said = NormalizedText.Of(lexicon.Apply(written.Caption.Substring(start, end - start), language));
            start = end;
            if (said.Length == 0)
                return;
            parts.Add(said);
            tokens += said.Split(' ').Length;
        }
    }
}
