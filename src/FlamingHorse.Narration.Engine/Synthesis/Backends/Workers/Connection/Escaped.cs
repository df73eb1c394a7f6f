using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>Shows bytes that a worker wrote in a message.</summary>
internal static class Escaped
{
    /// <summary>Printable ASCII as it is, the rest as <c>\xNN</c>: a terminal must not obey what a worker writes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            _ = b is >= 0x20 and < 0x7F ? text.Append((char)b) : text.Append(CultureInfo.InvariantCulture, $"\\x{b:X2}");
        }

        return text.ToString();
    }
}
