using System.Xml.Linq;

namespace FlamingHorse.Narration.Acceptance.Package;

/// <summary>What the package says of itself.</summary>
public sealed class PackageMetadataTests
{
    [Fact]
    public async Task Release_notes_are_the_changelogs_section_and_the_commit_is_named()
    {
        var metadata = XDocument.Parse(await PackedFiles.TextAsync("FlamingHorse.Narration.nuspec")).Root!.Elements().Single();
        var changes = await File.ReadAllTextAsync(Path.Combine(PackageFeed.Repository, "CHANGELOG.md"));

        var notes = Text("releaseNotes");
        notes.ShouldStartWith("### ");
        notes.ShouldNotContain("\n## ");
        changes.ShouldContain(notes);
        metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("commit")!.Value.Length.ShouldBe(40);

        string Text(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value.Trim();
    }
}
