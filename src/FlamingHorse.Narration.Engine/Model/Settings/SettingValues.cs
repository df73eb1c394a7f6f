namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>The values of a build's settings; a row that is not set has its default.</summary>
/// <param name="values">The value, and who set it, by the name of the row.</param>
public sealed class SettingValues(IReadOnlyDictionary<string, (object? Value, SettingSource Source)> values)
{
    /// <summary>Every row at its default.</summary>
    public static SettingValues Defaults { get; } = new(new Dictionary<string, (object?, SettingSource)>());

    /// <summary>The value of a setting, or its default.</summary>
    public T Get<T>(SettingRow<T> row) => values.TryGetValue(row.Name, out var found) ? (T)found.Value! : row.Default;

    /// <summary>Who set it.</summary>
    public SettingSource SourceOf(SettingRow row) => values.TryGetValue(row.Name, out var found) ? found.Source : SettingSource.Default;
}
