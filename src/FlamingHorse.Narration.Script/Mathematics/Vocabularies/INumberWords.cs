namespace FlamingHorse.Narration.Script.Mathematics.Vocabularies;

/// <summary>How a language says numbers.</summary>
internal interface INumberWords
{
    /// <summary>Digits with at most a decimal sign, as written in the formula; decimals that repeat in round brackets.</summary>
    string Cardinal(string digits);

    /// <summary>"fourth", for a power or a root; null where a whole number is said otherwise there.</summary>
    string? Power(int number);

    /// <summary>"fifth", for a root or a derivative.</summary>
    string Ordinal(int number);

    /// <summary>"five twelfths"; null where the fraction is said as "over".</summary>
    string? Fraction(long top, long bottom);
}
