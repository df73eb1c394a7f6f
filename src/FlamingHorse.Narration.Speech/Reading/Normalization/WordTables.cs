using System.Text.Json;
using FlamingHorse.Narration.Speech.Reading.Data;

namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>The word tables of a voice, <c>normalize.json</c>.</summary>
internal sealed class WordTables
{
    private WordTables(JsonElement root)
    {
        var months = Words(root, "months");
        var anyCase = new Dictionary<string, string>(months, StringComparer.OrdinalIgnoreCase);
        foreach (var name in months.Values)
        {
            anyCase.TryAdd(name, name);
        }

        Months = anyCase;
        MonthNames = [.. months.Values];
        Titles = Words(root, "titles");
        Abbreviations = Words(root, "abbreviations");
        Symbols = Words(root, "symbols");
        Units = Pairs(root, "units");
        Currencies = Pairs(root, "currency");
        NumberedThings = Names(root, "roman_cardinal");
        NumberedNames = Names(root, "roman_ordinal");
    }

    /// <summary>Month names, from their short and full forms in any case.</summary>
    public IReadOnlyDictionary<string, string> Months { get; }

    /// <summary>January to December.</summary>
    public IReadOnlyList<string> MonthNames { get; }

    /// <summary>Titles before a name, without their point.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; }

    /// <summary>Abbreviations with the point they are written with.</summary>
    public IReadOnlyDictionary<string, string> Abbreviations { get; }

    /// <summary>Names of single symbols.</summary>
    public IReadOnlyDictionary<string, string> Symbols { get; }

    /// <summary>Units of measure, for one and for several.</summary>
    public IReadOnlyDictionary<string, UnitName> Units { get; }

    /// <summary>Currencies by symbol or code.</summary>
    public IReadOnlyDictionary<string, UnitName> Currencies { get; }

    /// <summary>Words after which Roman numerals count: <c>Chapter IV</c>.</summary>
    public IReadOnlySet<string> NumberedThings { get; }

    /// <summary>Names after which Roman numerals rank: <c>Henry VIII</c>.</summary>
    public IReadOnlySet<string> NumberedNames { get; }

    public static WordTables Load(string path)
    {
        using var document = VoiceFile.Parse(path);
        return new WordTables(document.RootElement);
    }

    private static Dictionary<string, string> Words(JsonElement root, string name) =>
        root.GetProperty(name).EnumerateObject().ToDictionary(word => word.Name, word => word.Value.GetString()!, StringComparer.Ordinal);

    private static Dictionary<string, UnitName> Pairs(JsonElement root, string name) =>
        root.GetProperty(name)
            .EnumerateObject()
            .ToDictionary(
                unit => unit.Name,
                unit => new UnitName(unit.Value[0].GetString()!, unit.Value[1].GetString()!),
                StringComparer.Ordinal
            );

    private static HashSet<string> Names(JsonElement root, string name) =>
        [.. root.GetProperty(name).EnumerateArray().Select(word => word.GetString()!)];
}
