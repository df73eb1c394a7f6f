using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>The identity of a segment: parts of letters, digits, <c>_</c>, <c>-</c> and spaces, joined by dots.</summary>
public static class SegmentId
{
    /// <summary>Most characters of an id.</summary>
    public const int MaxLength = 500;

    private const int MaxFileNameBytes = 200;

    /// <summary>What is wrong with an id and what to do about it; null when nothing is.</summary>
    public static string? Problem(string id)
    {
        if (id.Length == 0)
            return "The id is empty. Give the segment a name such as Intro.Welcome.";
        if (id.Length > MaxLength)
            return $"The id has {id.Length} characters; at most {MaxLength} are allowed. Shorten it.";
        for (var i = 0; i < id.Length; i++)
        {
            if (!IsAllowed(id[i]))
            {
                return $"The id holds {Describe(id, i)}, which cannot stand in an id. Use letters, digits, '_' and '-', and dots "
                    + $"between the parts, as in Intro.Welcome.";
            }
        }
        foreach (var part in id.Split('.'))
        {
            if (part.Length == 0)
            {
                return "The id has an empty part: it begins or ends with a dot, or has two in a row. Put a name on each side of every "
                    + "dot, as in Intro.Welcome.";
            }

            if (CSharpName.Of(part) is null)
                return $"The part '{part}' of the id has no letter or digit to make a C# name of. Name it, as in Intro.Welcome.";
        }
        return null;
    }

    /// <summary>
    /// A C# identifier for each dotted part: <c>standing-waves.intro</c> → <c>StandingWaves</c>, <c>Intro</c>. Parts without one are left
    /// out.
    /// </summary>
    public static IReadOnlyList<string> Parts(string id)
    {
        var parts = new List<string>();
        foreach (var part in id.Split('.'))
        {
            if (CSharpName.Of(part) is { } name)
                parts.Add(name);
        }
        return parts;
    }

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

    private static bool IsAllowed(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '.' or '_' or '-' or ' '
        || char.IsLetterOrDigit(c)
        || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.LetterNumber;

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

    private static string Describe(string id, int at) =>
        char.IsControl(id[at]) || char.IsSurrogate(id[at]) || CharUnicodeInfo.GetUnicodeCategory(id[at]) == UnicodeCategory.Format
            ? $"the character U+{(int)id[at]:X4}"
            : $"'{id[at]}'";
}
