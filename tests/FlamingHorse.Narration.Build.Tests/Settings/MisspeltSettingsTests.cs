using FlamingHorse.Narration.Build.Inputs;

namespace FlamingHorse.Narration.Build.Tests.Settings;

public sealed class MisspeltSettingsTests : IDisposable
{
    private static readonly string[] _known = ["NarrationModel", "NarrationMissing", "NarrationExportGap", "NarrationRemoteCache"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("NarrationMdoel", "NarrationModel")]
    [InlineData("NarrationModels", "NarrationModel")]
    [InlineData("NarrationMising", "NarrationMissing")]
    [InlineData("NarrationRemoteCahse", "NarrationRemoteCache")]
    public void A_property_that_is_nearly_a_setting_is_reported_where_it_stands(string name, string nearest)
    {
        var file = Project($"<{name}>x</{name}>");

        var finding = MisspeltSettings.Find(PropertyDeclarations.Read(file, []), _known, file).ShouldHaveSingleItem();

        finding.Kind.Code.ShouldBe("FHN2043");
        finding.Message.ShouldContain($"Did you mean {nearest}?");
        (finding.Place!.Line, finding.Place.Column).ShouldBe((3, 6));
    }

    [Theory]
    [InlineData("NarrationModel")]
    [InlineData("narrationmissing")]
    [InlineData("NarrationTitle")]
    [InlineData("NarrationCourse")]
    public void A_setting_and_a_property_of_the_project_s_own_are_not_reported(string name)
    {
        var file = Project($"<{name}>x</{name}>");
        MisspeltSettings.Find(PropertyDeclarations.Read(file, [name]), _known, file).ShouldBeEmpty();
    }

    [Fact]
    public void A_property_of_the_command_line_is_reported_for_the_project_and_wins_over_the_project_file()
    {
        var file = Project("<NarrationExportGap>1</NarrationExportGap>");
        var declarations = PropertyDeclarations.Read(file, ["NarrationExprtGap", "NarrationExportGap"]);

        MisspeltSettings.Find(declarations, _known, file).ShouldHaveSingleItem().Place.ShouldBe(new(file));
        declarations.FindPlace("NarrationExportGap").ShouldBeNull();
        PropertyDeclarations.Read(file, []).FindPlace("NarrationExportGap")!.Line.ShouldBe(3);
    }

    [Fact]
    public void A_project_file_that_cannot_be_read_gives_no_places()
    {
        PropertyDeclarations.Read(_folder.Write("broken.csproj", "<Project>"), []).InProject.ShouldBeEmpty();
        PropertyDeclarations.Read(_folder["absent.csproj"], []).InProject.ShouldBeEmpty();
    }

    private string Project(string property) =>
        _folder.Write("Lesson.csproj", $"<Project>\n  <PropertyGroup>\n    {property}\n  </PropertyGroup>\n</Project>\n");
}
