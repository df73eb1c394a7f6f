using System.Globalization;
using System.Text;
using FlamingHorse.Narration.Generator.Models;

namespace FlamingHorse.Narration.Generator.Writing;

/// <summary>
/// What an editor shows at a segment: the author's own words, then the text, its duration and whether that is an estimate.
/// </summary>
internal static class DocumentationText
{
    // An editor's tooltip shows no more; the whole text is in the attribute.
    private const int MaxText = 1000;

    /// <summary>XML, one line a line.</summary>
    public static IEnumerable<string> Of(MemberSource member)
    {
        var description = Describe(member.Segment);
        var own = member.Documentation;
        var end = own.IndexOf("</summary>", StringComparison.Ordinal);
        var documentation =
            end >= 0
                ? own.Insert(end, $"<para>{description}</para>")
                : $"<summary>{description}</summary>" + (own.Length > 0 ? "\n" : "") + own;

        return documentation.Split('\n');
    }

    /// <summary>The same for a cue.</summary>
    public static string Of(SegmentCode segment, CueCode cue) =>
        $"<summary>{Seconds(cue.Sample, segment)} into the segment{(cue.IsEstimated ? " (estimated)" : "")}: the mark "
        + $"“{Escape(cue.Name)}”.</summary>";

    private static string Describe(SegmentCode segment)
    {
        var kind =
            segment.IsEstimated ? " (estimated)"
            : segment.IsDraft ? " (draft)"
            : "";
        // A formula is shown as captions show it, and what the voice makes of it.
        return segment.Shown is { } shown
            ? $"“{Escape(shown)}” — {Seconds(segment.SampleCount, segment)}{kind}. Spoken: “{Escape(segment.Spoken)}”"
            : $"“{Escape(segment.Caption)}” — {Seconds(segment.SampleCount, segment)}{kind}";
    }

    private static string Seconds(long samples, SegmentCode segment) =>
        ((double)samples / segment.SampleRate).ToString("0.00", CultureInfo.InvariantCulture) + " s";

    private static string Escape(string text)
    {
        var xml = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (i >= MaxText && !char.IsLowSurrogate(text[i]))
                return xml.Append('…').ToString();

            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                xml.Append(c).Append(text[++i]);
            else
                xml.Append(Escape(c));
        }

        return xml.ToString();
    }

    private static string Escape(char c) =>
        c switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            // What ends a line would end the comment; what XML forbids would spoil it.
            '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' => " ",
            _ when char.IsSurrogate(c) || char.IsControl(c) || c is '\ufffe' or '\uffff' => "\ufffd",
            _ => c.ToString(),
        };
}
