using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Generator.Writing;

/// <summary>Values as C# literals. Whatever an editor, a line or a reader of UTF-8 could change is escaped.</summary>
internal static class CSharpLiteral
{
    public static string Of(string? value)
    {
        if (value is null)
            return "null";

        var literal = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                literal.Append(c).Append(value[++i]);
            else if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (IsPlain(c))
                literal.Append(c);
            else
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return literal.Append('"').ToString();
    }

    public static string Of(bool value) => value ? "true" : "false";

    private static bool IsPlain(char c) =>
        c < 0x7f
            ? c >= ' '
            : CharUnicodeInfo.GetUnicodeCategory(c)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.PrivateUse
                );
}
