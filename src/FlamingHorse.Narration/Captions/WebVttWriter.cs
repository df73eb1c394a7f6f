using System.Text;

namespace FlamingHorse.Narration.Captions;

/// <summary>WebVTT: a header, then cues of a time line, the text and an empty line.</summary>
internal static class WebVttWriter
{
    /// <param name="captions">In order.</param>
    /// <param name="highlight">What is marked while it is said.</param>
    public static string Write(IReadOnlyList<NarrationCaption> captions, NarrationHighlight highlight)
    {
        var file = new StringBuilder("WEBVTT\n");
        foreach (var caption in captions)
        {
            file.Append('\n')
                .Append(CaptionTime.Format(caption.Start, '.'))
                .Append(" --> ")
                .Append(CaptionTime.Format(caption.End, '.'))
                .Append('\n');
            var stamps = highlight == NarrationHighlight.Word ? WordStamps.Of(caption) : [];
            for (var line = 0; line < caption.Lines.Count; line++)
            {
                AppendLine(file, caption.Lines[line], [.. stamps.Where(stamp => stamp.Line == line)]);
                file.Append('\n');
            }
        }

        return file.ToString();
    }

    /// <summary>A timestamp before each word, and the word in a span, since a player styles spans and no bare text.</summary>
    private static void AppendLine(StringBuilder file, string line, IReadOnlyList<CaptionStamp> stamps)
    {
        if (stamps.Count == 0)
        {
            AppendEscaped(file, line);
        }

        for (var i = 0; i < stamps.Count; i++)
        {
            var end = i + 1 < stamps.Count ? stamps[i + 1].Offset : line.Length;
            var word = line.Substring(stamps[i].Offset, end - stamps[i].Offset);
            if (stamps[i].At > TimeSpan.Zero)
            {
                file.Append('<').Append(CaptionTime.Format(stamps[i].At, '.')).Append('>');
            }

            file.Append("<c>");
            AppendEscaped(file, word.TrimEnd(' '));
            file.Append("</c>").Append(' ', word.Length - word.TrimEnd(' ').Length);
        }
    }

    /// <summary>Escapes the three characters that have a meaning in cue text; ">" also so that no arrow can appear.</summary>
    private static void AppendEscaped(StringBuilder file, string text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => file.Append("&amp;"),
                '<' => file.Append("&lt;"),
                '>' => file.Append("&gt;"),
                _ => file.Append(character),
            };
        }
    }
}
