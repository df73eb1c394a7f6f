using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>A JSON string. Whatever a line-based or UTF-8 reader could trip over is escaped, lone surrogates among it.</summary>
internal static class JsonText
{
    public static void Append(StringBuilder json, string value)
    {
        json.Append('"');
        var written = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
                continue;
            }

            if (IsPlain(value[i]))
                continue;

            json.Append(value, written, i - written).Append(Escape(value[i]));
            written = i + 1;
        }

        json.Append(value, written, value.Length - written).Append('"');
    }

    private static bool IsPlain(char c) =>
        c < 0x7f
            ? c >= ' ' && c is not ('"' or '\\')
            : CharUnicodeInfo.GetUnicodeCategory(c)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.OtherNotAssigned
                );

    private static string Escape(char c) =>
        c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        };
}
