namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>What the estimate knows of a language.</summary>
/// <param name="SyllableSeconds">Of a narrator who does not hurry; a mora in Japanese.</param>
/// <param name="NumberFactor">How much longer its numbers are than the English ones, in syllables.</param>
/// <param name="Vowels">How vowels make syllables.</param>
internal sealed record SpokenLanguage(double SyllableSeconds, double NumberFactor, VowelRule Vowels)
{
    private static readonly Dictionary<string, SpokenLanguage> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["English"] = new(0.158, 1, VowelRule.English),
        ["German"] = new(0.16, 1.15, VowelRule.Groups),
        ["French"] = new(0.14, 1.1, VowelRule.French),
        ["Spanish"] = new(0.135, 1.6, VowelRule.Groups),
        ["Italian"] = new(0.14, 1.6, VowelRule.Groups),
        ["Portuguese"] = new(0.14, 1.4, VowelRule.Groups),
        ["Russian"] = new(0.145, 1.6, VowelRule.Each),
        ["Chinese"] = new(0.22, 0.9, VowelRule.Groups),
        ["Japanese"] = new(0.135, 1.7, VowelRule.Each),
        ["Korean"] = new(0.165, 1.1, VowelRule.Groups),
    };

    private static readonly SpokenLanguage Other = new(0.15, 1.3, VowelRule.Groups);

    /// <param name="language">Full name, any case.</param>
    public static SpokenLanguage Of(string language) => Known.TryGetValue(language, out var known) ? known : Other;
}
