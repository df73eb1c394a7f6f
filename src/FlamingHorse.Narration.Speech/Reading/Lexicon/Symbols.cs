namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Signs that stand for a word wherever they stand.</summary>
internal static class Symbols
{
    public static string? NameOf(string sign) =>
        sign switch
        {
            "%" => "percent",
            "&" => "and",
            "+" => "plus",
            "@" => "at",
            _ => null,
        };
}
