using System.Text.RegularExpressions;
using FlamingHorse.Narration.Build.State;

namespace FlamingHorse.Narration.Build.Tests;

/// <summary>A task reads the process environment once, and what it decides by a variable cannot change in the middle of it.</summary>
public sealed partial class ProcessEnvironmentTests
{
    [Fact]
    public void A_variable_that_changes_in_the_middle_of_a_task_is_seen_by_the_next_one()
    {
        const string name = "NARRATION_TEST_OF_A_SNAPSHOT";
        Environment.SetEnvironmentVariable(name, "before");
        try
        {
            var first = ProcessEnvironment.Read();
            var consulted = ConsultedVariable.Of(name, first);
            Environment.SetEnvironmentVariable(name, "after");

            ConsultedVariable.Of(name, first).ShouldBe(consulted);
            ConsultedVariable.Of(name, ProcessEnvironment.Read()).ShouldNotBe(consulted);
            first[name].ShouldBe("before");
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void An_absent_variable_and_an_empty_one_are_told_apart()
    {
        var empty = new Dictionary<string, string> { ["A"] = "" };
        ConsultedVariable.Of("A", empty).ShouldNotBe(ConsultedVariable.Of("A", new Dictionary<string, string>()));
    }

    [Fact]
    public void Nothing_but_the_snapshot_reads_the_process_environment()
    {
        var sources = Path.Combine(FindRoot(), "src");
        Directory
            .EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            // The voice's program is a process of its own: its environment is what the host gave it.
            .Where(file => !file.Contains("FlamingHorse.Narration.Speech", StringComparison.Ordinal))
            .Where(file => ReadsEnvironment().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(sources, file).Replace('\\', '/'))
            .ShouldBe(["FlamingHorse.Narration.Build/State/ProcessEnvironment.cs"]);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FlamingHorse.Narration.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\b(Get|Expand)EnvironmentVariables?\b")]
    private static partial Regex ReadsEnvironment();
}
