using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Reads every row of the table: the property first, then its variable. An invalid value is reported as FHN2020.</summary>
internal sealed class SettingValuesReader(
    SettingSources sources,
    LayeredEnvironment environment,
    Func<string, string> resolvePath,
    ICollection<Finding> findings
)
{
    /// <summary>The values; a row whose value is invalid has its default.</summary>
    public SettingValues Read(IEnumerable<SettingRow> rows)
    {
        var values = new Dictionary<string, (object?, SettingSource)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (text, source) = FindText(row);
            if (text is null)
            {
                continue;
            }

            if (row.TryParse(text, resolvePath, out var value))
            {
                values.Add(row.Name, (value, source));
            }
            else
            {
                var isProperty = source == SettingSource.Property;
                findings.Add(
                    InvalidSetting(
                        isProperty ? row.Name : row.Variable!,
                        row.Redact(text),
                        row.Allowed,
                        isProperty ? sources.FindPlace(row.Name) : null
                    )
                );
            }
        }

        return new(values);
    }

    /// <summary>Reports FHN2020 and says what is allowed.</summary>
    public static Finding InvalidSetting(string name, string text, string allowed, SourcePlace? place) =>
        VoiceFindings.InvalidSetting.At(place, $"{name} is \"{text}\". It must be {allowed}.");

    private (string? Text, SettingSource Source) FindText(SettingRow row) =>
        Trim(sources.Properties.GetValueOrDefault(row.Name)) is { } property ? (property, SettingSource.Property)
        : row.Variable is { } name && Trim(environment[name]) is { } variable ? (variable, SettingSource.Variable)
        : (null, SettingSource.Default);

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
