namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>Turns the text of a setting into its value.</summary>
/// <param name="text">Trimmed, never empty.</param>
/// <param name="resolvePath">Makes a path absolute: <c>~</c> is the home, a relative path is beside the project.</param>
/// <param name="value">The value; to be looked at only where the text means one.</param>
/// <returns>False for an invalid value.</returns>
public delegate bool SettingParser<T>(string text, Func<string, string> resolvePath, out T value);
