namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Symbols that are read out although they are not words, and rests at punctuation.</summary>
internal static class SpokenSigns
{
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["dr"] = "doctor",
        ["mr"] = "mister",
        ["mrs"] = "missis",
        ["prof"] = "professor",
        ["fig"] = "figure",
        ["figs"] = "figures",
        ["eq"] = "equation",
        ["eqs"] = "equations",
        ["vs"] = "versus",
        ["etc"] = "etcetera",
        ["approx"] = "approximately",
        ["sec"] = "section",
        ["vol"] = "volume",
        ["resp"] = "respectively",
    };

    /// <summary>The word for an abbreviation that is followed by a full stop; null if it is not one.</summary>
    public static string? Abbreviation(string word) => word.Length <= 6 && Abbreviations.TryGetValue(word, out var full) ? full : null;

    /// <summary>Rest after a sign, in rests at a comma; 0 for none. Of several in a row, the longest counts.</summary>
    public static double Pause(char c) =>
        c switch
        {
            ',' or '、' or '،' => 1,
            '，' => 1,
            ';' or '；' => 1.5,
            ':' or '：' => 1.5,
            '—' or '–' => 1.3,
            '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' => 2,
            '(' or ')' => 0.6,
            _ => 0,
        };

    /// <summary>Syllables of a symbol's name in English; close enough for other languages.</summary>
    public static double Syllables(char c) =>
        c switch
        {
            '+' or '×' or '*' or '/' or '&' or '@' or '#' or '²' or '³' or '·' or '→' or '∑' or '£' or '_' => 1,
            '=' or '%' or '−' or '<' or '°' or '√' or '$' or '€' or '\\' or '±' => 2,
            '>' or '÷' or '^' or '∫' or '∈' or '½' or '¼' or '∂' => 3,
            '∞' or '≈' or '≠' => 4,
            '≤' or '≥' => 5,
            _ => 0,
        };
}
