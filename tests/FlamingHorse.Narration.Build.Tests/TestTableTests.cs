using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Build.Tests;

/// <summary>The tables in <c>tests/README.md</c>: every fault is there, and every test that they name exists.</summary>
public sealed partial class TestTableTests
{
    private static readonly string _root = Root();

    [Fact]
    public void Every_fault_has_a_test_and_every_test_of_the_table_exists()
    {
        var rows = File.ReadAllLines(Path.Combine(_root, "tests", "README.md")).Select(l => Row().Match(l)).Where(m => m.Success).ToList();
        var tests = Tests();

        rows.Select(r => r.Groups["number"].Value).ShouldBe(Enumerable.Range(1, 26).Select(n => $"{n}"));
        foreach (var row in rows)
        {
            var names = Name().Matches(row.Groups["tests"].Value).Select(m => m.Groups[1].Value).ToList();
            names.ShouldNotBeEmpty(row.Value);
            names.Except(tests).ShouldBeEmpty(row.Value);
        }
    }

    [Theory]
    [InlineData("The page and the bridge")]
    [InlineData("The shared store")]
    [InlineData("What real use found")]
    [InlineData("Platforms")]
    [InlineData("The natural voice")]
    [InlineData("Fuzzing")]
    public void Every_test_that_a_table_of_claims_names_exists(string title)
    {
        var section = File.ReadAllText(Path.Combine(_root, "tests", "README.md"))
            .Split("\n## ")
            .Single(part => part.StartsWith(title, StringComparison.Ordinal));

        var rows = section
            .Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| tests |", StringComparison.Ordinal))
            .ToList();

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => Name().IsMatch(row));
        Name().Matches(section).Select(m => m.Groups[1].Value).Except(Tests()).ShouldBeEmpty();
    }

    private static HashSet<string> Tests() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(_root, "tests"), "*.cs", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Path.Combine(_root, "src", "worker", "tests"), "test_*.py"))
                .Concat(Directory.EnumerateFiles(Path.Combine(_root, "tests", "platforms"), "test_*.py"))
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(f => Test().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)),
        ];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FlamingHorse.Narration.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| (?<number>\d+) \|[^|]*\|(?<tests>.*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^ +(?:public (?:async )?(?:Task|void)|def) (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Test();
}
