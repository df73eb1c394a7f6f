using System.Globalization;
using CliWrap;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>Writes a command in CliWrap's terms.</summary>
internal static class CommandTranslation
{
    /// <param name="command">As given.</param>
    /// <param name="program">Its program as found: CliWrap would look along the build's PATH, not the child's.</param>
    public static Command ToCliWrap(this ChildCommand command, string program)
    {
        var parent = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var (file, arguments) =
            command.Launcher is { } launcher && !OperatingSystem.IsWindows()
                ? (
                    "/bin/sh",
                    [launcher, .. command.KeepsAwake ? ["--awake"] : Array.Empty<string>(), parent, program, .. command.Arguments]
                )
                : (program, command.Arguments);
        return Cli.Wrap(file)
            .WithArguments(arguments)
            .WithWorkingDirectory(command.WorkingDirectory)
            .WithValidation(CommandResultValidation.None);
    }

    /// <summary>
    /// Puts the command's variables in the place of the inherited ones. CliWrap's own variables are added to those; to remove each by its
    /// name would mean to read the build's environment once more, and to miss what is set between the two readings.
    /// </summary>
    public static void ReplaceEnvironment(this ChildCommand command, IDictionary<string, string?> inherited)
    {
        inherited.Clear();
        foreach (var (name, value) in command.Environment)
        {
            inherited[command.NameOnTheWay(name)] = value;
        }
    }

    /// <summary>
    /// macOS takes DYLD_ variables from every program of its own, and the launcher's shell is one: it gets them under another name.
    /// </summary>
    private static string NameOnTheWay(this ChildCommand command, string name) =>
        command.Launcher is not null && name.StartsWith("DYLD_", StringComparison.Ordinal) ? "NARRATION_" + name : name;
}
