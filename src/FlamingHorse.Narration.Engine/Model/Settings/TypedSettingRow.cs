using System.Globalization;

namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>A setting with the type of its values.</summary>
/// <param name="Name">Name of the MSBuild property.</param>
/// <param name="Kind">How its text is read.</param>
/// <param name="Default">The value when it is not set.</param>
/// <param name="Effect">What a change of it affects.</param>
/// <param name="Documentation">Its meaning in one line of Markdown, for the manual.</param>
public sealed record SettingRow<T>(string Name, SettingKind<T> Kind, T Default, SettingEffect Effect, string Documentation)
    : SettingRow(Name, Effect, Documentation)
{
    /// <inheritdoc/>
    public override string Allowed => Kind.Allowed;

    /// <inheritdoc/>
    public override string DefaultText =>
        Default switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            IEnumerable<string> list => string.Join(';', list),
            _ => Convert.ToString(Default, CultureInfo.InvariantCulture) ?? "",
        };

    /// <inheritdoc/>
    public override string Redact(string text) => Kind.Redact(text);

    internal override bool TryParse(string text, Func<string, string> resolvePath, out object? value)
    {
        var isValid = Kind.TryParse(text, resolvePath, out var typed);
        value = typed;
        return isValid;
    }
}
