using System.Globalization;
using System.Text;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Engine.Publishing.Export;

namespace FlamingHorse.Narration.Build.Tests.Settings;

/// <summary>What follows elsewhere in the repository from the table of settings.</summary>
internal static class SettingsReference
{
    /// <summary>The property in which the targets hand all settings to a task.</summary>
    public static string Forwarded(IEnumerable<SettingRow> rows)
    {
        var text = new StringBuilder("      <_NarrationSettings>\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Name}=$({row.ForwardedFrom ?? row.Name})\n");
        }

        return text.Append("      </_NarrationSettings>\n").ToString();
    }

    /// <summary>The tables of the manual: properties, then backends.</summary>
    public static string Manual(IEnumerable<SettingRow> rows, IEnumerable<BackendDescriptor> backends)
    {
        var text = new StringBuilder("| property | default | affects | meaning |\n|---|---|---|---|\n");
        foreach (var row in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{row.Name}` |{Cell(Default(row))}|{Cell(Effect(row))}|{Cell(row.Documentation)}|\n"
            );
        }

        text.Append("\n| backend | what speaks |\n|---|---|\n");
        foreach (var backend in backends)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{backend.Name}` |{Cell(backend.Documentation)}|\n");
        }

        return text.ToString();
    }

    /// <summary>The table of export formats.</summary>
    public static string Formats(IEnumerable<IExportFormat> formats)
    {
        var text = new StringBuilder("| format | file | what |\n|---|---|---|\n");
        foreach (var format in formats)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{format.Name}` |{Cell(format.Files)}|{Cell(format.Documentation)}|\n");
        }

        return text.ToString();
    }

    /// <summary>
    /// The source of <c>UncheckedSettings</c>: the up-to-date check loads nothing of the engine, so it cannot ask the table.
    /// </summary>
    public static string Unchecked(IEnumerable<SettingRow> rows)
    {
        var text = new StringBuilder(
            """
            namespace FlamingHorse.Narration.Build.State;

            /// <summary>Settings that the up-to-date check ignores. Written by build/reference.sh from the table of settings.</summary>
            internal static class UncheckedSettings
            {
                /// <summary>Whether a build stays up to date when this setting changes.</summary>
                public static bool Contains(string name) =>
                    name switch
                    {

            """
        );
        foreach (var row in rows.Where(row => row.Effect == SettingEffect.Nothing))
        {
            text.Append(CultureInfo.InvariantCulture, $"            \"{row.Name}\" => true,\n");
        }

        return text.Append("            _ => false,\n        };\n}\n").ToString();
    }

    private static string Default(SettingRow row) => row.DefaultDocumentation ?? (row.DefaultText.Length > 0 ? $"`{row.DefaultText}`" : "");

    private static string Effect(SettingRow row) =>
        row.Effect switch
        {
            SettingEffect.Key => "keys",
            SettingEffect.Outputs => "outputs",
            _ => "",
        };

    private static string Cell(string text) => text.Length > 0 ? $" {text} " : " ";
}
