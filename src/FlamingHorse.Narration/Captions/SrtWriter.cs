using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Captions;

/// <summary>SubRip: a number, a time line, the text, an empty line.</summary>
internal static class SrtWriter
{
    private const char WordJoiner = '\u2060';

    public static string Write(IReadOnlyList<NarrationCaption> captions)
    {
        var file = new StringBuilder();
        for (var i = 0; i < captions.Count; i++)
        {
            file.Append((i + 1).ToString(CultureInfo.InvariantCulture))
                .Append('\n')
                .Append(CaptionTime.Format(captions[i].Start, ','))
                .Append(" --> ")
                .Append(CaptionTime.Format(captions[i].End, ','))
                .Append('\n');
            foreach (var line in captions[i].Lines)
            {
                AppendInert(file, line);
                file.Append('\n');
            }

            file.Append('\n');
        }

        return file.ToString();
    }

    /// <summary>
    /// There are no escapes, yet players read times, "{\an8}" and HTML-like tags, even "&lt; b …&gt;" with a space: keep them from seeing
    /// any.
    /// </summary>
    private static void AppendInert(StringBuilder file, string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var dashes = i;
            while (dashes < line.Length && line[dashes] == '-')
            {
                dashes++;
            }

            if (dashes - i >= 2 && dashes < line.Length && line[dashes] == '>')
            {
                file.Append('→');
                i = dashes;
                continue;
            }

            file.Append(line[i]);
            if (line[i] == '<' || (line[i] == '{' && i + 1 < line.Length && line[i + 1] == '\\'))
            {
                file.Append(WordJoiner);
            }
        }
    }
}
