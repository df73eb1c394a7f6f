using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Finds the interpreter, and what a worker is to know of the environment.</summary>
/// <param name="values">The settings' values.</param>
/// <param name="environment">Process environment and <c>.env</c> files.</param>
/// <param name="sources">What else settings are read from.</param>
/// <param name="findings">FHN2048.</param>
internal sealed class WorkerSettingsReader(
    SettingValues values,
    LayeredEnvironment environment,
    SettingSources sources,
    ICollection<Finding> findings
)
{
    private const string Guess = "python3";

    public WorkerSettings Read(UserPath paths)
    {
        var (python, isConfigured) = FindPython();
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

    private (string Path, bool IsConfigured) FindPython()
    {
        if (values.Get(SettingsTable.Python) is { } said)
        {
            return (said, true);
        }

        var own = MlxEnvironment.Python(UserFolders.Data(name => environment[name], sources.Family), sources.Family);
        return File.Exists(own) ? (own, true)
            : FindFormer() is { } former ? (former, true)
            : (GuessPython(), false);
    }

    /// <summary>The environment that an older version of this package made elsewhere: it is used until a new one is made.</summary>
    private string? FindFormer()
    {
        if (UserFolders.FormerData(name => environment[name], sources.Family) is not { } folder)
        {
            return null;
        }

        var python = MlxEnvironment.Python(folder, sources.Family);
        if (!File.Exists(python))
        {
            return null;
        }

        findings.Add(
            VoiceFindings.EnvironmentElsewhere.At(
                null,
                $"The MLX environment in '{folder}' was made by an older version and is found only through XDG_DATA_HOME, which an IDE may "
                    + $"not set. Run 'dotnet build -t:SetupNarration' to make it where every build finds it; then delete that folder."
            )
        );
        return python;
    }

    /// <summary>On a Mac never Apple's own, which opens an installer when it is started; empty when there is no other.</summary>
    private string GuessPython()
    {
        if (sources.Family != SystemFamily.MacOS)
        {
            return Guess;
        }

        var path = SearchPath.Complete(sources.Environment.GetValueOrDefault("PATH"), sources.Family);
        return Executable.Find(Guess, SearchPath.WithoutStubs(path, sources.Family)) ?? "";
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
