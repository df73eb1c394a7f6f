namespace FlamingHorse.Narration.Engine.Model;

/// <summary>
/// Names of languages. They are written in full, as the models know them: given a code such as "en", a model guesses the language without
/// saying so.
/// </summary>
internal static class LanguageName
{
    /// <summary>Completes "It must be …".</summary>
    public const string Allowed = "a language's full name, such as English, Chinese or German";

    /// <summary>What to write instead of this name; null when nothing is wrong with it.</summary>
    public static string? Problem(string language) =>
        language.Length <= 3 || language.Contains('-', StringComparison.Ordinal) || language.Contains('_', StringComparison.Ordinal)
            ? Allowed
            : null;
}
