using System.Collections;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// The environment of this process. A task reads it once, when it begins, and hands it down: what a build decides by its variables cannot
/// change in the middle of it.
/// </summary>
internal static class ProcessEnvironment
{
    /// <summary>A copy of all variables; their names are compared as the operating system compares them.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var variables = new Dictionary<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
        );
#pragma warning disable RS0030 // this is the one place
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
#pragma warning restore RS0030
        {
            if (entry is { Key: string name, Value: string value })
            {
                variables[name] = value;
            }
        }

        return variables;
    }
}
