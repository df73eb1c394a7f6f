using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>
/// Which word of a caption shows a spoken word, where nothing but the words tells: they agree up to the first that a lexicon or SpokenAs
/// changed and from the last one on; between the two the place is found by proportion.
/// </summary>
internal static class CaptionWordMap
{
    public static IReadOnlyList<int> Align(string spoken, string caption)
    {
        var (said, shown) = (Words(spoken), Words(caption));
        var shorter = Math.Min(said.Count, shown.Count);
        var prefix = 0;
        while (prefix < shorter && said[prefix] == shown[prefix])
            prefix++;
        var suffix = 0;
        while (suffix < shorter - prefix && said[said.Count - 1 - suffix] == shown[shown.Count - 1 - suffix])
            suffix++;

        var (changed, replaced) = (said.Count - prefix - suffix, shown.Count - prefix - suffix);
        return
        [
            .. said.Select(
                (_, i) =>
                    i < prefix ? i
                    : i >= said.Count - suffix ? i - said.Count + shown.Count
                    : Math.Min(prefix + ((i - prefix) * replaced / changed), Math.Max(shown.Count - 1, 0))
            ),
        ];
    }

    /// <summary>Where each white-space token begins.</summary>
    public static IReadOnlyList<int> Starts(string text) =>
        [.. Enumerable.Range(0, text.Length).Where(i => !WhiteSpace.Is(text[i]) && (i == 0 || WhiteSpace.Is(text[i - 1])))];

    private static List<string> Words(string text) =>
        [
            .. Starts(text)
                .Select(start =>
                {
                    var end = start;
                    while (end < text.Length && !WhiteSpace.Is(text[end]))
                        end++;
                    return text.Substring(start, end - start);
                }),
        ];
}
