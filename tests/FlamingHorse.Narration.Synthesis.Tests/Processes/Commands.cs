using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Processes;

/// <summary>Commands that tests of processes start.</summary>
internal static class Commands
{
    public static string Launcher { get; } = Path.Combine(Requests.Workers, "launch.sh");

    /// <summary>Of the test's own process.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } =
        System
            .Environment.GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!, StringComparer.Ordinal);

    public static ChildCommand Plain(string program, params IReadOnlyList<string> arguments) =>
        new(program, arguments) { Environment = ChildEnvironment.ForSystemTools(Environment), WorkingDirectory = AppContext.BaseDirectory };

    public static ChildCommand Launched(string program, params IReadOnlyList<string> arguments) =>
        Plain(program, arguments) with
        {
            Launcher = Launcher,
        };

    public static ChildCommand Shell(string script, bool isLaunched = true) =>
        isLaunched ? Launched("sh", "-c", script) : Plain("sh", "-c", script);
}
