using System.Text;

namespace FlamingHorse.Narration.Captions;

/// <summary>WebVTT: a header, then cues of a time line, the text and an empty line.</summary>
internal static class WebVttWriter
{
    public static string Write(IReadOnlyList<NarrationCaption> captions)
    {
        var file = new StringBuilder("WEBVTT\n");
        foreach (var caption in captions)
        {
            file.Append('\n')
                .Append(CaptionTime.Format(caption.Start, '.'))
                .Append(" --> ")
                .Append(CaptionTime.Format(caption.End, '.'))
                .Append('\n');
            foreach (var line in caption.Lines)
            {
                AppendEscaped(file, line);
                file.Append('\n');
            }
        }

        return file.ToString();
    }

    /// <summary>The three characters that mean something in cue text; ">" also so that no arrow stands there.</summary>
    private static void AppendEscaped(StringBuilder file, string line)
    {
        foreach (var character in line)
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
