using System.Globalization;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>What a project's script is checked for before it is spoken.</summary>
internal static class ProjectChecks
{
    /// <summary>Adds a finding where the project is compiled as a C# too old for partial properties.</summary>
    public static void CheckLanguage(SynthesizeNarration task, IReadOnlyList<ScriptSegment> script, List<Finding> findings)
    {
        if (
            script.Count > 0
            && double.TryParse(task.LangVersion, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version)
            && version < 13
        )
        {
            findings.Add(
                ScriptFindings.UnsupportedProject.At(
                    script[0].Place,
                    $"Narration needs C# 13 for partial properties; this project is compiled as C# {task.LangVersion}. Set "
                        + $"<LangVersion>13</LangVersion> in {Path.GetFileName(task.ProjectFile)}; it works with older target "
                        + $"frameworks too."
                )
            );
        }
    }

    /// <summary>In an editor, a half edited script still has members; only entries that cannot be segments are left out.</summary>
    public static IReadOnlyList<ScriptSegment> Speakable(IReadOnlyList<ScriptSegment> script, bool isDesignTime, List<Finding> findings)
    {
        if (!isDesignTime || !findings.Any(f => f.Kind.Severity == FindingSeverity.Error))
        {
            return script;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. script.Where(s => SegmentId.Problem(s.Id) is null && seen.Add(s.Id))];
    }
}
