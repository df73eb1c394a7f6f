namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>The names of the Greek letters, as they are said in mathematics.</summary>
internal static class GreekLetters
{
    private const int Alpha = 0x3B1;
    private const int CapitalAlpha = 0x391;

    // Sigma twice: at the end of a word it has its own character.
    private static readonly string[] Names =
    [
        .. "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu".Split(' '),
        .. "nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".Split(' '),
    ];

    public static bool IsGreek(char letter) => NameOf(letter) is not null;

    /// <summary>The name of the letter; null for another one.</summary>
    public static string? NameOf(char letter) =>
        letter switch
        {
            'ϵ' => "epsilon",
            'ϑ' => "theta",
            'ϕ' => "phi",
            _ when letter - Alpha >= 0 && letter - Alpha < Names.Length => Names[letter - Alpha],
            _ when letter - CapitalAlpha >= 0 && letter - CapitalAlpha < Names.Length => Names[letter - CapitalAlpha],
            _ => null,
        };
}
