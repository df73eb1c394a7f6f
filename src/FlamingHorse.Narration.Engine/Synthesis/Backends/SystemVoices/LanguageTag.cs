namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>
/// Languages by their names, as scripts have them, and by their tags, as systems have them. A table of our own: .NET knows no names of
/// languages in invariant-globalization mode.
/// </summary>
internal static class LanguageTag
{
    private static readonly Dictionary<string, string[]> _tags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Arabic"] = ["ar"],
        ["Bulgarian"] = ["bg"],
        ["Cantonese"] = ["yue", "zh-HK"],
        ["Catalan"] = ["ca"],
        ["Chinese"] = ["zh", "cmn"],
        ["Croatian"] = ["hr"],
        ["Czech"] = ["cs"],
        ["Danish"] = ["da"],
        ["Dutch"] = ["nl"],
        ["English"] = ["en"],
        ["Finnish"] = ["fi"],
        ["French"] = ["fr"],
        ["German"] = ["de"],
        ["Greek"] = ["el"],
        ["Hebrew"] = ["he", "iw"],
        ["Hindi"] = ["hi"],
        ["Hungarian"] = ["hu"],
        ["Indonesian"] = ["id"],
        ["Italian"] = ["it"],
        ["Japanese"] = ["ja"],
        ["Korean"] = ["ko"],
        ["Malay"] = ["ms"],
        ["Norwegian"] = ["nb", "no", "nn"],
        ["Persian"] = ["fa"],
        ["Polish"] = ["pl"],
        ["Portuguese"] = ["pt"],
        ["Romanian"] = ["ro"],
        ["Russian"] = ["ru"],
        ["Slovak"] = ["sk"],
        ["Slovenian"] = ["sl"],
        ["Spanish"] = ["es"],
        ["Swedish"] = ["sv"],
        ["Tamil"] = ["ta"],
        ["Thai"] = ["th"],
        ["Turkish"] = ["tr"],
        ["Ukrainian"] = ["uk"],
        ["Vietnamese"] = ["vi"],
    };

    /// <summary>Whether a tag such as <c>de-AT</c> or <c>de_AT</c> is of a language such as German.</summary>
    public static bool IsOf(string tag, string language)
    {
        var plain = tag.Replace('_', '-');
        return _tags.TryGetValue(language, out var tags)
            && tags.Any(start =>
                plain.Equals(start, StringComparison.OrdinalIgnoreCase) || plain.StartsWith(start + "-", StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary>No language, one that is to be guessed, or English: what every engine speaks unasked.</summary>
    public static bool IsEnglish(string language) =>
        language.Length == 0
        || language.Equals("English", StringComparison.OrdinalIgnoreCase)
        || language.Equals("auto", StringComparison.OrdinalIgnoreCase);
}
