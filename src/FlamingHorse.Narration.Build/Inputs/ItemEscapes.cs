using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>MSBuild's escapes for its own special characters, the only ones that an author writes on purpose.</summary>
internal static class ItemEscapes
{
    private const string Special = "%$@();?*'";

    /// <summary>The text with those escapes resolved and everything else as it stands.</summary>
    public static string Plain(string written)
    {
        var plain = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (
                written[i] == '%'
                && i + 2 < written.Length
                && byte.TryParse(written.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && Special.Contains((char)code, StringComparison.Ordinal)
            )
            {
                plain.Append((char)code);
                i += 2;
            }
            else
            {
                plain.Append(written[i]);
            }
        }

        return plain.ToString();
    }
}
