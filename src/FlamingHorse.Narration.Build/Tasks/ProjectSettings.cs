using FlamingHorse.Narration.Build.Inputs;
using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>A project's settings for the engine, of properties, items, environment and audits.</summary>
internal sealed class ProjectSettings(SynthesizeNarration task, TaskInputs inputs, MSBuildLog log)
{
    public string DraftLockFile => Path.Combine(task.IntermediateDirectory, "draft.lock.json");

    /// <summary>Reads the settings, and tells what is wrong with them and which names are misspelt.</summary>
    public NarrationSettings Read(List<Finding> findings)
    {
        var declarations = PropertyDeclarations.Read(task.ProjectFile, inputs.GlobalProperties);
        var settings = SettingsReader.Read(
            new()
            {
                Properties = inputs.Settings,
                Voices = [.. task.Voices.Select(VoiceItems.Read)],
                Environment = inputs.Environment,
                ProjectDirectory = inputs.ProjectDirectory,
                Backends = BackendRegistry.Descriptors,
                FindPlace = declarations.FindPlace,
            },
            findings
        );
        findings.AddRange(
            MisspeltSettings.Find(
                declarations,
                [.. SettingsTable.All(BackendRegistry.Descriptors).Select(row => row.Name)],
                task.ProjectFile
            )
        );
        return settings;
    }

    /// <summary>An audit's file stands for the ids that it says are to be redone, or are good.</summary>
    public NarrationSettings WithAudits(NarrationSettings settings)
    {
        var retake = Expand(settings.Retake, AuditList.ToRedo);
        if (retake.Length == 0 && settings.Retake.Length > 0)
        {
            log.Line($"Narration: nothing is left to redo in {settings.Retake}");
        }

        return settings with
        {
            Retake = retake,
            Accept = Expand(settings.Accept, AuditList.Good),
        };

        string Expand(string list, Func<string, string, NarrationLock, string> expand) =>
            task.DesignTime || !list.Contains(".json", StringComparison.OrdinalIgnoreCase)
                ? list
                : expand(list, inputs.ProjectDirectory, LockFile.Read(settings.IsDraft ? DraftLockFile : task.LockFile));
    }
}
