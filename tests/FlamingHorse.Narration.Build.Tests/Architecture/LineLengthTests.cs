namespace FlamingHorse.Narration.Build.Tests.Architecture;

public sealed class LineLengthTests(ITestOutputHelper output) : IDisposable
{
    private static readonly (string Path, string Reason)[] Exceptions =
    [
        (
            "src/report/src/audit/words.js",
            "JavaScript has no way to break a regular expression, and pieces of one would no longer be checked."
        ),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_line_that_somebody_wrote_has_over_140_characters()
    {
        var files = LineLengths.ReadFiles(Repository.Root).ToList();

        output.WriteLine($"{files.Count} files");
        foreach (var ending in new[] { ".cs", ".csproj", ".css", ".html", ".js", ".mjs", ".props", ".py", ".sh", ".targets", ".yml" })
        {
            files.Count(file => file.Path.EndsWith(ending, StringComparison.Ordinal)).ShouldBePositive(ending);
        }

        new LineLengths(Exceptions).FindFaults(files).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData(".editorconfig")]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("nuget/speech/a.targets")]
    [InlineData("src/report/styles/a.css")]
    [InlineData("tests/platforms/a.py")]
    public void A_planted_line_of_141_characters_is_found_and_one_of_140_is_not(string path)
    {
        _folder.Write(path, $"short\r\n{Line(140)}\r\n{Line(141)}\r\n");

        Faults().ShouldBe([$"{path}(3): 141 characters: break the line"]);
    }

    [Theory]
    [InlineData("src/report/node_modules/a/a.js")]
    [InlineData("src/A/obj/A.g.cs")]
    [InlineData("tests/fixtures/a.py")]
    [InlineData("tests/fuzz/corpus/script/read/a.py")]
    [InlineData("artifacts/a.cs")]
    [InlineData("docs/a.html")]
    [InlineData("src/package-lock.json")]
    public void What_tools_make_and_what_tests_read_may_have_long_lines(string path)
    {
        _folder.Write(path, Line(141));

        Faults().ShouldBeEmpty();
    }

    [Fact]
    public void A_character_outside_the_basic_plane_counts_once()
    {
        _folder.Write("src/a.py", string.Concat(Enumerable.Repeat("𝄞", 140)));

        Faults().ShouldBeEmpty();
    }

    [Fact]
    public void An_exception_excuses_the_lines_of_its_file_alone()
    {
        _folder.Write("src/a.js", Line(150));
        _folder.Write("src/b.js", Line(150));

        Faults(("src/a.js", "a table")).ShouldBe(["src/b.js(1): 150 characters: break the line"]);
    }

    [Fact]
    public void An_exception_that_is_no_longer_needed_is_found()
    {
        _folder.Write("src/a.js", Line(140));

        Faults(("src/a.js", "a table")).ShouldBe(["src/a.js: no line is too long: remove the exception"]);
    }

    private IEnumerable<string> Faults(params (string Path, string Reason)[] exceptions) =>
        new LineLengths(exceptions).FindFaults(LineLengths.ReadFiles(_folder.Path));

    private static string Line(int length) => new('x', length);
}
