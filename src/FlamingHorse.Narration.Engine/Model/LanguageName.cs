namespace FlamingHorse.Narration.Engine.Model;

/// <summary>Languages are named in full, as the models know them: for a code such as "en" they fall back to guessing, in silence.</summary>
internal static class LanguageName
{
    /// <summary>What is wrong with the name and what to write instead; null when nothing is.</summary>
    public static string? Problem(string language) =>
        language.Length <= 3 || language.Contains('-', StringComparison.Ordinal) || language.Contains('_', StringComparison.Ordinal)
            ? "a language's full name, such as English, Chinese or German"
            : null;
}
