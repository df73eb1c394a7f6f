using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <content>How the texts come from what is written.</content>
public sealed partial record SegmentReading
{
    /// <summary>Reads one segment.</summary>
    /// <param name="segment">As written.</param>
    /// <param name="lexicon">How words are said; formulas are cut out first.</param>
    /// <param name="formulas">How formulas are read.</param>
    /// <param name="defaultLanguage">Full name, of segments that name none.</param>
    public static SegmentReading Of(ScriptSegment segment, Lexicon lexicon, FormulaRules formulas, string defaultLanguage)
    {
        var written = MarkedText.Parse(segment.Text);
        var language = segment.Language ?? defaultLanguage;
        var text = FormulaText.Scan(written.Caption);
        if (!text.HasMarkup)
            return Plain(segment, written, lexicon, language);

        var reader = formulas.ReaderFor(language);
        // Stable: segments with equal places keep their order.
        var stops = written
            .Marks.Select(mark => (mark.Offset, Pause: 0))
            .Concat(written.Pauses.Select(pause => (pause.Offset, Pause: pause.Milliseconds)))
            .Select((stop, index) => (stop.Offset, stop.Pause, Index: index))
            .OrderBy(stop => stop.Offset)
            .ToList();
        var marks = stops.Select(stop => stop.Offset).ToList();
        var reading = (reader ?? formulas.ReaderFor("English")!).ReadText(written.Caption, marks, prose =>
            Between(prose, lexicon.Apply(prose, language))
        );
        var isSpoken = segment.SpokenAs is null;
        var (saidInstead, pausesInstead) = isSpoken ? ("", []) : SpokenText.WithPauses(segment.SpokenAs!, lexicon, language);
        var places = stops
            .Select((stop, i) => (stop.Pause, stop.Index, Caption: reading.CaptionMarks[i], Word: reading.MarkWords[i]))
            .ToList();
        var ofMarks = places.Where(place => place.Index < written.Marks.Count).OrderBy(place => place.Index).ToList();
        return new SegmentReading(isSpoken ? reading : null, [.. ofMarks.Select(place => place.Word)])
        {
            Written = written,
            Caption = reading.Caption,
            Spoken = isSpoken ? NormalizedText.Of(reading.Spoken) : saidInstead,
            Pauses = isSpoken
                ? SpokenPauses.Merge(places.Where(place => place.Pause > 0).Select(place => (place.Word, place.Pause)))
                : pausesInstead,
            BreakInFormula = isSpoken ? FindInFormula(text, written.Pauses) : null,
            Marks = [.. written.Marks.Select((mark, i) => mark with { Offset = ofMarks[i].Caption })],
            HasFormula = text.HasFormula,
            Problems = reading.Problems,
            IsUnreadableLanguage = reader is null && isSpoken && text.NeedsReader,
        };
    }

    private static SegmentReading Plain(ScriptSegment segment, MarkedText written, Lexicon lexicon, string language)
    {
        var (spoken, pauses) = SpokenText.WithPauses(segment.SpokenAs ?? segment.Text, lexicon, language);
        return new(words: null, [])
        {
            Written = written,
            Caption = written.Caption,
            Spoken = spoken,
            Pauses = pauses,
            Marks = written.Marks,
        };
    }

    private static TextPause? FindInFormula(FormulaText text, IReadOnlyList<TextPause> pauses) =>
        pauses.FirstOrDefault(pause =>
            text.Spans.Any(span => span.Kind == FormulaSpanKind.Formula && span.Start < pause.Offset && pause.Offset < span.End)
        );

    /// <summary>A lexicon gives back normalized text; the space that parts it from a formula must stay.</summary>
    private static string Between(string prose, string said)
    {
        if (ReferenceEquals(prose, said) || said.Length == 0)
            return prose;
        var before = WhiteSpace.Is(prose[0]) ? " " : "";
        return before + said + (WhiteSpace.Is(prose[prose.Length - 1]) ? " " : "");
    }
}
