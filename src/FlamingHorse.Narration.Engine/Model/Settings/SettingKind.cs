namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>How settings of one kind are read.</summary>
/// <param name="Allowed">Completes "It must be …".</param>
/// <param name="TryParse">Reads the text.</param>
public sealed record SettingKind<T>(string Allowed, SettingParser<T> TryParse)
{
    /// <summary>The text as a message may show it; takes out what a log must not hold.</summary>
    public Func<string, string> Redact { get; init; } = text => text;
}
