using System.Globalization;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>The identity of a segment: parts of letters, digits, <c>_</c>, <c>-</c> and spaces, joined by dots.</summary>
public static partial class SegmentId
{
    /// <summary>The most characters that an id may have.</summary>
    public const int MaxLength = 500;

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
                return $"The id contains {Describe(id, i)}, which is not allowed. Use letters, digits, '_' and '-', and dots "
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
                return $"The part '{part}' of the id has no letter or digit for a C# name. Give it a name, as in Intro.Welcome.";
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

    private static bool IsAllowed(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '.' or '_' or '-' or ' '
        || char.IsLetterOrDigit(c)
        || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.LetterNumber;

    private static string Describe(string id, int at) =>
        char.IsControl(id[at]) || char.IsSurrogate(id[at]) || CharUnicodeInfo.GetUnicodeCategory(id[at]) == UnicodeCategory.Format
            ? $"the character U+{(int)id[at]:X4}"
            : $"'{id[at]}'";
}
