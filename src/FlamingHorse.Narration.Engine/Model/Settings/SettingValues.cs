namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>What the settings of a build are set to; a row that nobody sets has its default.</summary>
/// <param name="values">By the name of the row.</param>
public sealed class SettingValues(IReadOnlyDictionary<string, object?> values)
{
    /// <summary>Every row at its default.</summary>
    public static SettingValues Defaults { get; } = new(new Dictionary<string, object?>());

    /// <summary>The value of a setting, or its default.</summary>
    public T Get<T>(SettingRow<T> row) => values.TryGetValue(row.Name, out var value) ? (T)value! : row.Default;
}
