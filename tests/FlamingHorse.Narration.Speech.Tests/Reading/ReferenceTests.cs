using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class ReferenceTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyDictionary<string, string[]> KnownDifferences = SpeechTestFiles
        .Table("known-differences.tsv")
        .ToDictionary(row => row[0]);

    [Theory]
    [InlineData("sentences.tsv", 0.98)]
    [InlineData("words.tsv", 0.97)]
    public void Readings_equal_the_reference(string table, double least)
    {
        var rows = SpeechTestFiles.Table(table);
        var differing = rows.Select(row => (Text: row[0], Ours: SharedReader.Read(row[0]), Reference: row[1]))
            .Where(row => row.Ours != row.Reference)
            .ToList();
        foreach (var (text, ours, reference) in differing)
        {
            output.WriteLine($"{text}\n  ours       {ours}\n  reference  {reference}\n  reason     {ReasonFor(text)}");
        }

        var counted = rows.Where(row => !KnownDifferences.ContainsKey(row[0])).ToList();
        var equal = counted.Count(row => differing.All(difference => difference.Text != row[0]));
        output.WriteLine($"{table}: {equal} of {counted.Count} equal; {rows.Count - counted.Count} lines of the reference are wrong");

        rows.Count.ShouldBeGreaterThan(80);
        (equal / (double)counted.Count).ShouldBeGreaterThanOrEqualTo(least);
        differing.Select(difference => difference.Text).ShouldBeSubsetOf(KnownDifferences.Keys, "a difference without a reason");
    }

    [Fact]
    public void Known_differences_are_still_what_the_table_says()
    {
        var reference = SpeechTestFiles
            .Table("sentences.tsv")
            .Concat(SpeechTestFiles.Table("words.tsv"))
            .ToDictionary(row => row[0], row => row[1]);
        foreach (var (text, row) in KnownDifferences)
        {
            SharedReader.Read(text).ShouldBe(row[1]);
            row[2].ShouldBe(reference[text]);
            row[3].ShouldNotBeEmpty();
        }
    }

    private static string ReasonFor(string text) => KnownDifferences.TryGetValue(text, out var row) ? row[3] : "not known";
}
