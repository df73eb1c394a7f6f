using System.Text;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.State;

/// <summary>Everything that MSBuild passes to the task and that its result depends on, as one text for a checksum.</summary>
internal static class TaskInputsText
{
    public static string Of(ISynthesisParameters task, IReadOnlyDictionary<string, string> settings, string[] globalProperties)
    {
        var text = new StringBuilder();
        text.Append(task.ProjectFile)
            .Append('\0')
            .Append(task.AssemblyName)
            .Append('\0')
            .Append(task.TargetFramework)
            .Append('\0')
            .Append(task.ClassName)
            .Append('\0')
            .Append(task.OutputDirectory)
            .Append('\0')
            .Append(task.LockFile)
            .Append('\0')
            .Append(task.IsOnlyFramework)
            .Append('\0')
            .Append(task.Links)
            .Append('\0');
        foreach (var (name, value) in settings)
        {
            // What is asked for once, and what is made of a finished build.
            if (!UncheckedSettings.Contains(name))
            {
                text.Append(name).Append('=').Append(value).Append('\0');
            }
        }

        // A misspelt name, which is reported; the settings report wrong values.
        foreach (var name in globalProperties)
        {
            if (!settings.ContainsKey(name))
            {
                text.Append(name).Append('\0');
            }
        }

        Append(text, task.Narration, "Text", "Voice", "Language", "SpokenAs", "Order");
        Append(
            text,
            task.Voices,
            "ReferenceAudio",
            "ReferenceText",
            "Text",
            "Start",
            "End",
            "Model",
            "Language",
            "Temperature",
            "TopK",
            "TopP",
            "Seed",
            "Speed",
            "AllowLongReference"
        );
        Append(text, task.Lexicons);
        Append(text, task.Macros);
        Append(text, task.Scripts, "Order");
        Append(text, task.Recordings, "Id");
        return text.ToString();
    }

    private static void Append(StringBuilder text, ITaskItem[] items, params string[] metadata)
    {
        text.Append(items.Length).Append('\0');
        foreach (var item in items)
        {
            text.Append(item.ItemSpec).Append('\0');
            foreach (var name in metadata)
            {
                text.Append(item.GetMetadata(name)).Append('\0');
            }
        }
    }
}
