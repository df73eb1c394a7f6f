// Over 140 lines: one algorithm, in the order of Unicode Standard Annex 15.
using System.Text;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>
/// Unicode normalization form C, done here and not by the runtime: in invariant-globalization mode on Unix .NET leaves text as it is and
/// says nothing, and elsewhere the answer depends on the version of ICU or Windows. A key must depend on neither.
/// </summary>
internal static class CanonicalComposition
{
    // Hangul is composed by arithmetic (Unicode, section 3.12).
    private const int SBase = 0xAC00,
        LBase = 0x1100,
        VBase = 0x1161,
        TBase = 0x11A7,
        LCount = 19,
        VCount = 21,
        TCount = 28,
        SCount = LCount * VCount * TCount;

    public static string Of(string text)
    {
        foreach (var c in text)
        {
            if (!IsAlwaysComposed(c))
                return Compose(Order(Decompose(text)));
        }
        return text;
    }

    /// <summary>Of class 0 and unchanged by composition, whatever is next to it. Not all such characters: those of most texts.</summary>
    private static bool IsAlwaysComposed(char c) =>
        c < 0x300
        || c
            is (>= '\u0388' and <= '\u0482')
                or (>= '\u2010' and <= '\u20CF')
                or (>= '\u212C' and <= '\u2328')
                or (>= '\u3001' and <= '\u3029')
                or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uAC00' and <= '\uD7A3');

    private static List<int> Decompose(string text)
    {
        var result = new List<int>(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            // A lone surrogate stands for itself.
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            Decompose(isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i], result);
        }
        return result;
    }

    private static void Decompose(int point, List<int> result)
    {
        if (point is >= SBase and < SBase + SCount)
        {
            var s = point - SBase;
            result.Add(LBase + s / (VCount * TCount));
            result.Add(VBase + s % (VCount * TCount) / TCount);
            if (s % TCount != 0)
                result.Add(TBase + s % TCount);
        }
        else if (point >= 0xC0 && CanonicalData.Instance.Decompositions.TryGetValue(point, out var parts))
        {
            foreach (var part in parts)
                Decompose(part, result);
        }
        else
        {
            result.Add(point);
        }
    }

    /// <summary>Sorts each run of combining characters by class, those of one class staying in order.</summary>
    private static List<int> Order(List<int> points)
    {
        for (var start = 0; start < points.Count; start++)
        {
            var end = start;
            while (end < points.Count && CanonicalData.Instance.Class(points[end]) != 0)
                end++;
            if (end - start > 1)
            {
                var ordered = points.GetRange(start, end - start).OrderBy(CanonicalData.Instance.Class).ToList();
                for (var i = 0; i < ordered.Count; i++)
                    points[start + i] = ordered[i];
            }
            start = end;
        }
        return points;
    }

    private static string Compose(List<int> points)
    {
        var starter = -1;
        var previousClass = -1; // of what stands between the starter and here; -1 for nothing
        var count = 0;
        for (var at = 0; at < points.Count; at++)
        {
            var point = points[at];
            var kind = CanonicalData.Instance.Class(point);
            // Blocked when a character of the same or a higher class, or another starter, stands between.
            if (starter >= 0 && previousClass < kind && Pair(points[starter], point) is { } composed)
            {
                points[starter] = composed;
                continue;
            }
            points[count] = point;
            if (kind == 0)
            {
                starter = count;
                previousClass = -1;
            }
            else
            {
                previousClass = kind;
            }
            count++;
        }

        var result = new StringBuilder(count + 8);
        for (var i = 0; i < count; i++)
        {
            if (points[i] <= char.MaxValue)
                result.Append((char)points[i]);
            else
                result.Append(char.ConvertFromUtf32(points[i]));
        }
        return result.ToString();
    }

    private static int? Pair(int first, int second)
    {
        if (first is >= LBase and < LBase + LCount && second is >= VBase and < VBase + VCount)
            return SBase + ((first - LBase) * VCount + second - VBase) * TCount;
        if (first is >= SBase and < SBase + SCount && (first - SBase) % TCount == 0 && second is > TBase and < TBase + TCount)
            return first + second - TBase;
        return CanonicalData.Instance.Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }
}
