using System.Globalization;

namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>The kinds of settings that several rows share.</summary>
public static class SettingKinds
{
    /// <summary>Any text.</summary>
    public static SettingKind<string> Text { get; } =
        new("a text", (string text, Func<string, string> _, out string value) => Read(text, out value));

    /// <summary>Any text, or none.</summary>
    public static SettingKind<string?> OptionalText { get; } =
        new("a text", (string text, Func<string, string> _, out string? value) => Read(text, out value));

    /// <summary>A file or folder; the value is absolute.</summary>
    public static SettingKind<string?> AbsolutePath { get; } =
        new("a path", (string text, Func<string, string> resolve, out string? value) => Read(resolve(text), out value));

    /// <summary>Texts with <c>;</c> between.</summary>
    public static SettingKind<IReadOnlyList<string>> List { get; } =
        new("names with ; between", (string text, Func<string, string> _, out IReadOnlyList<string> value) =>
            Read(text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), out value)
        );

    /// <summary>Some of the names, in any case, with <c>;</c> between.</summary>
    public static SettingKind<IReadOnlyList<string>> ListOf(params string[] names) =>
        new($"{Join(names)}; several with ; between", (string text, Func<string, string> resolve, out IReadOnlyList<string> value) =>
            List.TryParse(text, resolve, out value) && value.All(name => names.Contains(name, StringComparer.OrdinalIgnoreCase))
        );

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static SettingKind<bool> Flag { get; } =
        new("true or false", (string text, Func<string, string> _, out bool value) => bool.TryParse(text, out value));

    /// <summary>A number that is never infinite.</summary>
    /// <param name="accepts">Whether it is in range.</param>
    /// <param name="allowed">Completes "It must be …".</param>
    public static SettingKind<double> Number(Func<double, bool> accepts, string allowed) =>
        new(allowed, (string text, Func<string, string> _, out double value) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value) && accepts(value)
        );

    /// <summary>A whole number, its bounds included.</summary>
    public static SettingKind<int> Whole(int least, int most) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
            (string text, Func<string, string> _, out int value) =>
            {
                var isWhole =
                    double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsInteger(number)
                    && number >= least
                    && number <= most;
                value = isWhole ? (int)number : 0;
                return isWhole;
            }
        );

    /// <summary>The name of one of the values, in any case.</summary>
    public static SettingKind<T> Choice<T>()
        where T : struct, Enum =>
        new(Join(Enum.GetNames<T>()), (string text, Func<string, string> _, out T value) =>
            Enum.TryParse(text, ignoreCase: true, out value) && char.IsLetter(text[0]) && Enum.IsDefined(value)
        );

    /// <summary>One of the names, in any case; the value is the name as it stands here.</summary>
    public static SettingKind<string> OneOf(params string[] names) =>
        new(Join(names), (string text, Func<string, string> _, out string value) =>
        {
            value = Array.Find(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase))!;
            return value is not null;
        });

    /// <summary>The same kind where "not set" is a value.</summary>
    public static SettingKind<T?> Optional<T>(this SettingKind<T> kind)
        where T : struct => new(kind.Allowed, (string text, Func<string, string> resolve, out T? value) =>
        {
            var isValid = kind.TryParse(text, resolve, out var found);
            value = found;
            return isValid;
        }) { Redact = kind.Redact };

    private static bool Read<T>(T found, out T value)
    {
        value = found;
        return true;
    }

    private static string Join(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
