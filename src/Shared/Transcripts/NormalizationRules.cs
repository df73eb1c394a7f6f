using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Transcripts;

/// <summary>One language's rules for comparing texts; the page's audit reads the same file, <c>normalization.json</c>.</summary>
internal sealed class NormalizationRules
{
    private const string Resource = "FlamingHorse.Narration.Transcripts.normalization.json";

    private static readonly Lazy<Dictionary<string, NormalizationRules>> _languages = new(ReadAll);

    private NormalizationRules(JsonElement json)
    {
        Compatibility = Replacements(json, "compatibility");
        Rewrites = Replacements(json, "rewrites");
        Spelling = Replacements(json, "spelling");
        Words = Texts(json, "words");
        Units = Texts(json, "units");
        Leading = Lists(json, "leading");
        Silent = Lists(json, "silent");
        SilentBefore = Lists(json, "silentBefore");
        ReadsNumbers = Spelling.Count > 0;
    }

    /// <summary>For symbols that Unicode's compatibility forms would turn into something else.</summary>
    public IReadOnlyList<(Regex Pattern, string By)> Compatibility { get; }

    /// <summary>In order, on a token in lower case, before numbers become words.</summary>
    public IReadOnlyList<(Regex Pattern, string By)> Rewrites { get; }

    /// <summary>On a single word.</summary>
    public IReadOnlyList<(Regex Pattern, string By)> Spelling { get; }

    public IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>After a number only.</summary>
    public IReadOnlyDictionary<string, string> Units { get; }

    /// <summary>Words that stand for "one" before these.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Leading { get; }

    /// <summary>Words that count for nothing after these.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Silent { get; }

    /// <summary>Words that count for nothing before these.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> SilentBefore { get; }

    /// <summary>Digits become words; where they do not, a difference with a digit in it means nothing.</summary>
    public bool ReadsNumbers { get; }

    /// <param name="language">Full name, any case; of one without rules only case and punctuation count for nothing.</param>
    public static NormalizationRules For(string language) =>
        _languages.Value.TryGetValue(language.ToLowerInvariant(), out var rules) ? rules : _languages.Value[""];

    private static Dictionary<string, NormalizationRules> ReadAll()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var json = JsonDocument.Parse(stream);
        using var none = JsonDocument.Parse("{}");
        return json
            .RootElement.EnumerateObject()
            .Select(language => (language.Name, Rules: new NormalizationRules(language.Value)))
            .Append((Name: "", Rules: new NormalizationRules(none.RootElement)))
            .ToDictionary(language => language.Name, language => language.Rules, StringComparer.Ordinal);
    }

    private static IReadOnlyList<(Regex Pattern, string By)> Replacements(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list)
            ?
            [
                .. list.EnumerateArray()
                    .Select(pair => (new Regex(pair[0].GetString()!, RegexOptions.CultureInvariant), pair[1].GetString()!)),
            ]
            : [];

    private static Dictionary<string, string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var map)
            ? map.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal)
            : [];

    private static Dictionary<string, IReadOnlySet<string>> Lists(JsonElement json, string name) =>
        json.TryGetProperty(name, out var map)
            ? map.EnumerateObject()
                .ToDictionary(
                    pair => pair.Name,
                    pair =>
                        (IReadOnlySet<string>)
                            pair.Value.EnumerateArray().Select(word => word.GetString()!).ToHashSet(StringComparer.Ordinal),
                    StringComparer.Ordinal
                )
            : [];
}
