using FlamingHorse.Narration.Engine.Scripts;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Bridge.Tests.ScriptFiles;

/// <summary>What a script file of this content gives.</summary>
internal sealed class ScriptOf
{
    public ScriptOf(string name, string content)
    {
        using var folder = new TemporaryFolder();
        var findings = new List<Finding>();
        Path = folder.Write(name, content);
        Segments = ScriptFile.Read(Path, findings);
        Findings = findings;
    }

    public string Path { get; }

    public IReadOnlyList<ScriptSegment> Segments { get; }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary><c>FHN1021(3,18)</c> for each finding.</summary>
    public IEnumerable<string> Places => Findings.Select(f => $"{f.Kind.Code}({f.Place!.Line},{f.Place.Column})");

    public IEnumerable<(string Id, string Text)> Texts => Segments.Select(s => (s.Id, s.Text));

    /// <summary>The only text, without findings.</summary>
    public string OnlyText()
    {
        Findings.ShouldBeEmpty();
        return Segments.ShouldHaveSingleItem().Text;
    }
}
