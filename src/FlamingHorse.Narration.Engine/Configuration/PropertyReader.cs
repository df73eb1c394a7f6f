using System.Globalization;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>MSBuild properties as values; what means nothing becomes FHN2020 and the default.</summary>
internal sealed class PropertyReader(IReadOnlyDictionary<string, string> properties, ICollection<Finding> findings)
{
    /// <summary>Trimmed; null when unset, empty or blank.</summary>
    public string? Text(string name) =>
        properties.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public bool? Flag(string name) =>
        Text(name) switch
        {
            null => null,
            var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
            var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
            var text => Invalid<bool?>(name, text, "true or false"),
        };

    public double? Number(string name, Func<double, bool> accepts, string allowed) =>
        Text(name) switch
        {
            null => null,
            var text when ParseNumber(text) is { } value && accepts(value) => value,
            var text => Invalid<double?>(name, text, allowed),
        };

    public T? Choice<T>(string name)
        where T : struct, Enum =>
        Text(name) switch
        {
            null => null,
            var text when char.IsLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) =>
                value,
            var text => Invalid<T?>(name, text, Join(Enum.GetNames<T>())),
        };

    /// <summary>Reports and gives the default of <typeparamref name="T"/>.</summary>
    public T? Invalid<T>(string name, string value, string allowed, SourcePlace? place = null)
    {
        findings.Add(VoiceFindings.InvalidSetting.At(place, $"{name} is \"{value}\". It must be {allowed}."));
        return default;
    }

    /// <summary>Invariant, and never infinite.</summary>
    public static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static string Join(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
