using System.Globalization;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Kinds of settings that mean something of this package's own.</summary>
internal static class NarrationKinds
{
    /// <summary>A size above 0.</summary>
    public static SettingKind<double> Gibibytes { get; } = SettingKinds.Number(value => value > 0, "a number of GiB above 0");

    /// <summary>A level, or null for <c>off</c>.</summary>
    public static SettingKind<double?> LufsOrOff { get; } =
        new("a number of LUFS from -60 to -1, or off", (string text, Func<string, string> _, out double? value) =>
        {
            value = ParseNumber(text);
            return text.Equals("off", StringComparison.OrdinalIgnoreCase) || value is >= -60 and <= -1;
        });

    /// <summary>A length of at most an hour.</summary>
    public static SettingKind<TimeSpan> Seconds { get; } =
        new("a number of seconds from 0 to 3600", (string text, Func<string, string> _, out TimeSpan value) =>
        {
            var isValid = ParseNumber(text) is >= 0 and <= 3600;
            value = isValid ? TimeSpan.FromSeconds(ParseNumber(text)!.Value) : default;
            return isValid;
        });

    /// <summary>The full name of a language.</summary>
    public static SettingKind<string?> FullLanguageName { get; } =
        new(LanguageName.Allowed, (string text, Func<string, string> _, out string? value) =>
        {
            value = text;
            return LanguageName.Problem(text) is null;
        });

    /// <summary><c>k/n</c>.</summary>
    public static SettingKind<KeyShard?> ShardOfKeys { get; } =
        new("k/n with k from 1 to n, such as 3/8", (string text, Func<string, string> _, out KeyShard? value) =>
            KeyShard.TryParse(text, out value)
        );

    /// <summary>A program: a bare name is looked up on PATH, anything with a folder in it becomes an absolute path.</summary>
    public static SettingKind<string?> ProgramPath { get; } =
        new("a program", (string text, Func<string, string> resolve, out string? value) =>
        {
            value = text.AsSpan().ContainsAny('/', '\\') || text[0] == '~' ? resolve(text) : text;
            return true;
        });

    /// <summary>An <c>http(s)</c> URL as written, or an absolute folder.</summary>
    public static SettingKind<string?> UrlOrFolder { get; } =
        new("an http or https URL, or a folder", (string text, Func<string, string> resolve, out string? value) =>
        {
            value = IsUrl(text) ? text : resolve(text);
            return IsUrl(text) || !text.Contains("://", StringComparison.Ordinal);
        })
        {
            // A mistyped scheme must not put a password into the log.
            Redact = url => url.LastIndexOf('@') is > 0 and var at ? "…" + url[at..] : url,
        };

    /// <summary>Whether the text is an address on the web.</summary>
    public static bool IsUrl(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Read the same in every culture; null if it is not a number or is infinite.</summary>
    public static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
