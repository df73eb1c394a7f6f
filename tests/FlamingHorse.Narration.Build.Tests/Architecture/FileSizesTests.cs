namespace FlamingHorse.Narration.Build.Tests.Architecture;

public sealed class FileSizesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("FlamingHorse.Narration")]
    [InlineData("FlamingHorse.Narration.Build")]
    [InlineData("FlamingHorse.Narration.CodeFixes")]
    [InlineData("FlamingHorse.Narration.Engine")]
    [InlineData("FlamingHorse.Narration.Generator")]
    [InlineData("FlamingHorse.Narration.Script")]
    public void A_file_over_140_lines_says_why(string project)
    {
        var sizes = new FileSizes([.. new Rooms(project).ReadFiles(Repository.Root)]);

        output.WriteLine($"{project}: {sizes.Files.Count} files, median {sizes.Median} lines");
        sizes.Files.ShouldNotBeEmpty();
        sizes.FindFaults().ShouldBeEmpty();
        if (sizes.Files.Count > 20)
        {
            sizes.Median.ShouldBeLessThan(60);
        }
    }

    [Fact]
    public void A_planted_file_of_141_lines_is_found_and_one_of_140_is_not()
    {
        var sizes = new FileSizes([("Storage/Long.cs", Lines(141)), ("Storage/Short.cs", Lines(140))]);

        sizes.FindFaults().ShouldHaveSingleItem().ShouldStartWith("Storage/Long.cs has 141 lines");
    }

    [Fact]
    public void A_reason_in_the_first_line_excuses_a_long_file() =>
        new FileSizes([("Storage/Long.cs", "// Over 140 lines: one table, read as one.\n" + Lines(140))]).FindFaults().ShouldBeEmpty();

    [Theory]
    [InlineData("// Over 140 lines: .\n")]
    [InlineData("// Over 140 lines.\n")]
    [InlineData("using System;\n// Over 140 lines: one table, read as one.\n")]
    public void An_empty_reason_or_one_that_comes_later_excuses_nothing(string beginning) =>
        new FileSizes([("Storage/Long.cs", beginning + Lines(140))]).FindFaults().ShouldHaveSingleItem();

    [Fact]
    public void A_reason_that_is_no_longer_needed_is_found() =>
        new FileSizes([("Storage/Short.cs", "// Over 140 lines: one table, read as one.\n" + Lines(20))])
            .FindFaults()
            .ShouldBe(["Storage/Short.cs has 21 lines: remove the reason for being long"]);

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("// a line\n", count));
}
