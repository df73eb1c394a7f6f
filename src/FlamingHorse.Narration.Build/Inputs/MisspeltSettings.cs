using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>
/// Properties whose names are nearly those of settings. A property of the project's own may begin with the same word, so one that is like
/// no setting is not reported.
/// </summary>
internal static class MisspeltSettings
{
    /// <param name="declarations">What the project file and the command line set.</param>
    /// <param name="known">Names of all settings.</param>
    /// <param name="projectFile">The place of a property of the command line.</param>
    /// <returns>FHN2043, each with the nearest name.</returns>
    public static IEnumerable<Finding> Find(PropertyDeclarations declarations, IReadOnlyCollection<string> known, string projectFile)
    {
        var names = declarations.OnCommandLine.Concat(declarations.InProject.Keys).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            if (FindNearest(name, known) is { } nearest)
            {
                yield return VoiceFindings.SettingMisspelt.At(
                    declarations.FindPlace(name) ?? new(projectFile),
                    $"There is no setting {name}, so it has no effect. Did you mean {nearest}?"
                );
            }
        }
    }

    private static string? FindNearest(string name, IEnumerable<string> known)
    {
        var nearest = known.Select(setting => (setting, Distance: Distance(name, setting))).MinBy(pair => pair.Distance);
        // A short name is near to many others.
        var most = Math.Clamp((name.Length - GlobalProperties.Prefix.Length) / 3, 1, 3);
        return nearest.Distance <= most ? nearest.setting : null;
    }

    /// <summary>Letters to insert, remove, replace or swap to get from one name to the other, without regard to case.</summary>
    private static int Distance(string one, string other)
    {
        (one, other) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                steps[i, j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(
                            Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                            steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)
                        );
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[one.Length, other.Length];
    }
}
