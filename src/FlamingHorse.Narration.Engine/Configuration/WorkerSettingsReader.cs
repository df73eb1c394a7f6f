using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Finds the interpreter, and what a worker is to know of the environment.</summary>
internal static class WorkerSettingsReader
{
    public static WorkerSettings Read(SettingValues values, LayeredEnvironment environment, UserPath paths)
    {
        var (python, isConfigured) = FindPython(values, environment);
        return new()
        {
            Python = python,
            IsPythonConfigured = isConfigured,
            BatchSize = values.Get(SettingsTable.BatchSize),
            MemoryLimit = values.Get(SettingsTable.MemoryLimit),
            OutOfMemoryModel = values.Get(SettingsTable.OutOfMemoryModel),
            AllowDownload = values.Get(SettingsTable.AllowDownload),
            Force = values.Get(SettingsTable.Force),
            Variables = ReadVariables(environment, paths),
        };
    }

    private static (string Path, bool IsConfigured) FindPython(SettingValues values, LayeredEnvironment environment)
    {
        if (values.Get(SettingsTable.Python) is { } said)
        {
            return (said, true);
        }

        var own = MlxEnvironment.Python(name => environment[name]);
        return File.Exists(own) ? (own, true) : ("python3", false);
    }

    // A worker runs in a folder of its own, so a relative folder means the project's here, as everywhere in the settings.
    private static Dictionary<string, string> ReadVariables(LayeredEnvironment environment, UserPath paths)
    {
        var variables = environment
            .NamesInFiles.Where(name => ChildEnvironment.IsAllowed(name, allowDownload: true) && environment.Find(name) is not null)
            .ToDictionary(name => name, name => environment.Find(name)!, StringComparer.Ordinal);
        foreach (var name in ChildEnvironment.ModelFolders)
        {
            if (environment.Find(name)?.Trim() is { Length: > 0 } folder)
            {
                variables[name] = paths.Resolve(folder);
            }
        }

        return variables;
    }
}
