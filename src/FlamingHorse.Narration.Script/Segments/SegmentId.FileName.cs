using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <content>The name of the file that holds a segment's clip.</content>
public static partial class SegmentId
{
    private const int MaxFileNameBytes = 200;

    /// <summary>
    /// A file name without extension that every file system takes. It is the id itself where that is such a name; else what can stay of it,
    /// <c>~</c> (which no id holds) and a hash of the id, so that different ids never meet in one file.
    /// </summary>
    public static string FileName(string id)
    {
        var name = new StringBuilder(id.Length + 16);
        foreach (var c in id)
        {
            // No "..", and no name that begins with a dot.
            var isStray = c == '.' && (name.Length == 0 || name[name.Length - 1] == '.');
            name.Append(IsPortable(c) && !isStray ? c : '_');
        }
        if (name.Length == 0 || IsReserved(id))
            name.Insert(0, '_');
        if (name[name.Length - 1] == '.')
            name[name.Length - 1] = '_'; // Windows drops it

        var safe = name.ToString();
        if (safe == id && Encoding.UTF8.GetByteCount(safe) <= MaxFileNameBytes)
            return id;
        var suffix = "~" + Hash(id);
        return Cut(safe, MaxFileNameBytes - suffix.Length) + suffix;
    }

    /// <summary>
    /// Beyond ASCII only letters without case and without a second spelling: file systems disagree on how 'É' meets 'é', and HFS+ takes
    /// every name apart (form D): a clip of が or 한 would come back under another name, and be deleted as nobody's.
    /// </summary>
    private static bool IsPortable(char c) =>
        c < 0x80
            ? c is '.' or '_' or '-' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
            : c is (>= '\u3041' and <= '\u3096') or (>= '\u4E00' and <= '\u9FFF') && !CanonicalData.Instance.Decompositions.ContainsKey(c);

    /// <summary>Windows' devices, which also swallow <c>CON.txt</c>.</summary>
    private static bool IsReserved(string id)
    {
        var dot = id.IndexOf('.');
        var stem = (dot < 0 ? id : id.Substring(0, dot)).TrimEnd(' ').ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" or "CLOCK$" or "CONIN$" or "CONOUT$"
            || (
                stem.Length == 4
                && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal))
                && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³'
            );
    }

    private static string Cut(string name, int bytes)
    {
        var end = 0;
        for (var used = 0; end < name.Length; end++)
        {
            used += name[end] < 0x80 ? 1 : 3;
            if (used > bytes)
                break;
        }
        return name.Substring(0, end);
    }

    private static string Hash(string id)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(id));
        var text = new StringBuilder(12);
        for (var i = 0; i < 6; i++)
            text.Append(hash[i].ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
