using FlamingHorse.Narration.Engine.Publishing.Report.Data;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>The texts of a segment as the page shows them: its caption with marks, and its formulas.</summary>
/// <param name="Caption">With formulas in Unicode.</param>
/// <param name="Marks">Offsets in the caption, in the order of the text.</param>
/// <param name="Parts">See <see cref="PageSegment.Parts"/>.</param>
internal sealed record PageText(string Caption, IReadOnlyList<int> Marks, IReadOnlyList<PagePart>? Parts)
{
    public static PageText Of(ManifestSegment segment, string language, FormulaRules formulas)
    {
        var written = MarkedText.Parse(segment.Text);
        if (segment.Caption is not { } caption)
        {
            return new(written.Caption, [.. written.Marks.Select(mark => mark.Offset)], null);
        }

        var source = new ScriptSegment
        {
            Id = segment.Id,
            Text = segment.Text,
            SpokenAs = segment.SpokenAs,
            Language = language,
            Place = new(""),
            Origin = segment.Origin,
        };
        var reading = SegmentReading.Of(source, Lexicon.Empty, formulas, language);
        return new(
            caption,
            [.. reading.Marks.Select(mark => Math.Min(mark.Offset, caption.Length))],
            [
                .. FormulaText
                    .Scan(written.Caption)
                    .Spans.Select(span =>
                        span.Kind == FormulaSpanKind.Formula
                            ? new PagePart(null, formulas.ExpandMacros(span.Content))
                            : new(span.Content, null)
                    ),
            ]
        );
    }
}
