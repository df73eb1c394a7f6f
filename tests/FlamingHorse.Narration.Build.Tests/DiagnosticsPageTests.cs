using System.Reflection;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Tests;

[Trait("Needs", "exceptions that leave a method which reflection called, which wine 8 has none of")]
public sealed class DiagnosticsPageTests
{
    private static readonly IReadOnlyList<FindingKind> _kinds =
    [
        .. Types()
            .Where(t => t.Namespace == typeof(FindingKind).Namespace || t.Namespace == typeof(VoiceFindings).Namespace)
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(FindingKind))
            .Select(f => (FindingKind)f.GetValue(null)!),
    ];

    [Fact]
    public void Every_code_is_on_the_page_with_its_severity_its_side_and_a_cure()
    {
        var rows = File.ReadAllLines(Path.Combine(Root(), "docs", "diagnostics.md"))
            .Where(l => l.StartsWith("| FHN", StringComparison.Ordinal))
            .ToList();
        rows.Count.ShouldBe(_kinds.Count);
        foreach (var kind in _kinds)
        {
            var cells = rows.Single(r =>
                    r.Contains(kind.Code, StringComparison.Ordinal) && r.StartsWith($"| {kind.Code} |", StringComparison.Ordinal)
                )
                .Split('|', StringSplitOptions.TrimEntries);
            cells[2].ShouldBe(kind.Severity.ToString().ToLowerInvariant(), kind.Code);
            cells[3].ShouldBe(kind.ReportedBy.ToString().ToLowerInvariant(), kind.Code);
            cells[4].ShouldBe(kind.Title, kind.Code);
            cells[5].Length.ShouldBeGreaterThan(7, kind.Code);
        }
    }

    [Fact]
    public void No_two_diagnostics_share_a_code() => _kinds.Select(k => k.Code).ShouldBeUnique();

    // The assembly's other types need Roslyn, which is the compiler's to bring.
    private static IEnumerable<Type> Types() => Types(typeof(FindingKind).Assembly).Concat(Types(typeof(VoiceFindings).Assembly));

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FlamingHorse.Narration.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
