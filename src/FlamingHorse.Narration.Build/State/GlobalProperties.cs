using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.State;

/// <summary>Properties of the command line (<c>-p:</c>) whose names begin as those of this package do.</summary>
internal static class GlobalProperties
{
    public const string Prefix = "Narration";

    /// <summary>Their names, sorted. A task can see these; it cannot list the properties of the project.</summary>
    public static string[] ReadNames(IBuildEngine? engine)
    {
        if (engine is not IBuildEngine6 globals)
        {
            return [];
        }

        var names = new List<string>();
        foreach (var name in globals.GetGlobalProperties().Keys)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return [.. names];
    }
}
