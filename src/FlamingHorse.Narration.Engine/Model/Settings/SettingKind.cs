namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>Turns the text of a setting into its value.</summary>
/// <param name="text">Trimmed, never empty.</param>
/// <param name="resolvePath">Makes a path absolute: <c>~</c> is the home, a relative path is beside the project.</param>
/// <param name="value">The value; to be looked at only where the text means one.</param>
/// <returns>False where the text means nothing.</returns>
public delegate bool SettingParser<T>(string text, Func<string, string> resolvePath, out T value);

/// <summary>How settings of one kind are read.</summary>
/// <param name="Allowed">Completes "It must be …".</param>
/// <param name="TryParse">Reads the text.</param>
public sealed record SettingKind<T>(string Allowed, SettingParser<T> TryParse)
{
    /// <summary>The text as a message may show it; takes out what a log must not hold.</summary>
    public Func<string, string> Redact { get; init; } = text => text;
}
