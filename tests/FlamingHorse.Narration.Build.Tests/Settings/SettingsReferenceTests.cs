using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Engine.Publishing.Export;
using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Build.Tests.Settings;

/// <summary>What is written from the code says what the code says. <c>build/reference.sh</c> writes it.</summary>
public sealed class SettingsReferenceTests
{
    private static readonly IReadOnlyList<SettingRow> _rows = SettingsTable.All(BackendRegistry.Descriptors);

    public static TheoryData<string> Files => [.. Texts().Select(text => text.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_generated_from_the_code_match_the_code(string file)
    {
        var text = Texts().Single(text => text.File == file);
        if (Environment.GetEnvironmentVariable("NARRATION_WRITE_REFERENCE") == "1")
        {
            text.Write();
        }

        text.Read().ShouldBe(text.Expected, $"{file} differs from the code; build/reference.sh writes it anew");
    }

    [Fact]
    public void No_two_settings_share_a_name_and_each_has_one_line_of_documentation()
    {
        _rows.Select(row => row.Name).ShouldBeUnique();
        foreach (var row in _rows)
        {
            row.Name.ShouldStartWith("Narration");
            row.Documentation.ShouldNotBeNullOrWhiteSpace(row.Name);
            row.Documentation.ShouldNotContain('\n', row.Name);
            row.Documentation.ShouldNotContain('|', row.Name);
        }
    }

    [Fact]
    public void Every_row_that_the_reader_asks_for_is_the_one_in_the_table()
    {
        var fields = typeof(SettingsTable).GetFields().Select(field => field.GetValue(null)).OfType<SettingRow>().ToList();
        SettingsTable.All([]).Zip(fields).ShouldAllBe(pair => ReferenceEquals(pair.First, pair.Second));
        SettingsTable.All([]).Count.ShouldBe(fields.Count);
    }

    [Fact]
    public void Of_several_frameworks_only_the_first_gets_the_retake() =>
        SettingsReference.Forwarded(_rows).ShouldContain("\nNarrationRetake=$(_NarrationRetake)\n");

    private static IEnumerable<GeneratedText> Texts() =>
        [
            new("nuget/FlamingHorse.Narration.targets", SettingsReference.Forwarded(_rows), "settings"),
            new("docs/reference.md", SettingsReference.Manual(_rows, BackendRegistry.Descriptors), "settings"),
            new("docs/export.md", SettingsReference.Formats(ExportFormats.All), "formats"),
            new("src/FlamingHorse.Narration.Build/State/UncheckedSettings.cs", SettingsReference.Unchecked(_rows)),
        ];
}
